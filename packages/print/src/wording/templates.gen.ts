// @ts-nocheck: written by scripts/wording.ts from templates/*.hbs; edit those.
export const templates = {
  'evaluation-01.vi': {
    formNumber: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Mẫu số 01";
},"useData":true},
    title: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Phiếu theo dõi, đánh giá công chức";
},"useData":true},
    period: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "(Kỳ theo dõi, đánh giá: năm "
    + ((stack1 = container.lambda(container.strict(depth0, "year", {"start":{"line":1,"column":30},"end":{"line":1,"column":34}} ), depth0)) != null ? stack1 : "")
    + ")";
},"useData":true},
    name: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Họ và tên:";
},"useData":true},
    post: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Chức vụ, chức danh:";
},"useData":true},
    department: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Đơn vị công tác:";
},"useData":true},
    criteriaHeading: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG";
},"useData":true},
    numberColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "TT";
},"useData":true},
    criterionColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Tiêu chí chấm điểm";
},"useData":true},
    maxColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Điểm tối đa";
},"useData":true},
    selfColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Điểm do cá nhân tự chấm";
},"useData":true},
    totalRow: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Tổng cộng";
},"useData":true},
    summaryHeading: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ";
},"useData":true},
    commonPoints: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "1. Điểm tiêu chí chung: "
    + ((stack1 = alias2(alias1(depth0, "common", {"start":{"line":1,"column":26},"end":{"line":1,"column":32}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "commonMax", {"start":{"line":1,"column":37},"end":{"line":1,"column":46}} ), depth0)) != null ? stack1 : "")
    + " điểm";
},"useData":true},
    resultPoints: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "2. Điểm tiêu chí kết quả thực hiện nhiệm vụ: "
    + ((stack1 = alias2(alias1(depth0, "results", {"start":{"line":1,"column":47},"end":{"line":1,"column":54}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "resultsMax", {"start":{"line":1,"column":59},"end":{"line":1,"column":69}} ), depth0)) != null ? stack1 : "")
    + " điểm";
},"useData":true},
    totalPoints: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "3. Tổng điểm: "
    + ((stack1 = container.lambda(container.strict(depth0, "total", {"start":{"line":1,"column":16},"end":{"line":1,"column":21}} ), depth0)) != null ? stack1 : "")
    + "/100 điểm";
},"useData":true},
    strengths: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "4. Ưu điểm";
},"useData":true},
    limits: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "5. Hạn chế, khuyết điểm";
},"useData":true},
    comment: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "6. Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá";
},"useData":true},
    selfSigner: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Công chức tự đánh giá";
},"useData":true},
    authoritySigner: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Cấp có thẩm quyền theo dõi, đánh giá";
},"useData":true},
    signNote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "(Ký, ghi rõ họ tên)";
},"useData":true},
  },
  'evaluation-02.vi': {
    formNumber: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Mẫu số 02";
},"useData":true},
    title: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Phiếu xếp loại chất lượng công chức";
},"useData":true},
    year: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Năm "
    + ((stack1 = container.lambda(container.strict(depth0, "year", {"start":{"line":1,"column":6},"end":{"line":1,"column":10}} ), depth0)) != null ? stack1 : "");
},"useData":true},
    name: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Họ và tên:";
},"useData":true},
    post: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Chức vụ, chức danh:";
},"useData":true},
    department: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Đơn vị công tác:";
},"useData":true},
    monthsHeading: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "I. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ";
},"useData":true},
    monthColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Tháng";
},"useData":true},
    pointsColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Tổng điểm";
},"useData":true},
    noteColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Ghi chú";
},"useData":true},
    quarterRow: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Trung bình quý";
},"useData":true},
    yearRow: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Trung bình cả năm";
},"useData":true},
    wholeYearRow: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Cả năm";
},"useData":true},
    wholeYearNote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Theo Mẫu số 01; trong năm không ghi điểm hằng tháng";
},"useData":true},
    monthsNote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Trung bình của "
    + ((stack1 = container.lambda(container.strict(depth0, "months", {"start":{"line":1,"column":17},"end":{"line":1,"column":23}} ), depth0)) != null ? stack1 : "")
    + " tháng có ghi điểm";
},"useData":true},
    selfHeading: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "II. CÔNG CHỨC TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG";
},"useData":true},
    authorityHeading: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "III. KẾT QUẢ XẾP LOẠI CỦA CẤP CÓ THẨM QUYỀN";
},"useData":true},
    proposed: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Mức đề xuất: "
    + ((stack1 = container.lambda(container.strict(depth0, "level", {"start":{"line":1,"column":15},"end":{"line":1,"column":20}} ), depth0)) != null ? stack1 : "")
    + " (chưa quyết định).";
},"useData":true},
    notRated: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Không xếp loại: "
    + ((stack1 = container.lambda(container.strict(depth0, "reason", {"start":{"line":1,"column":18},"end":{"line":1,"column":24}} ), depth0)) != null ? stack1 : "");
},"useData":true},
    lowered: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Lý do xếp mức thấp hơn đề xuất: "
    + ((stack1 = container.lambda(container.strict(depth0, "reason", {"start":{"line":1,"column":34},"end":{"line":1,"column":40}} ), depth0)) != null ? stack1 : "");
},"useData":true},
    handlingHeading: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "IV. ĐỀ XUẤT PHƯƠNG ÁN XỬ LÝ";
},"useData":true},
    selfSigner: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Công chức tự xếp loại";
},"useData":true},
    authoritySigner: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Cấp có thẩm quyền xếp loại";
},"useData":true},
    signNote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "(Ký, ghi rõ họ tên)";
},"useData":true},
  },
  'evaluation-annex.vi': {
    title: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Phụ lục: Căn cứ số liệu";
},"useData":true},
    subject: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "(Kèm theo Phiếu theo dõi, đánh giá công chức năm "
    + ((stack1 = alias2(alias1(depth0, "year", {"start":{"line":1,"column":51},"end":{"line":1,"column":55}} ), depth0)) != null ? stack1 : "")
    + " của "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":1,"column":64},"end":{"line":1,"column":68}} ), depth0)) != null ? stack1 : "")
    + ")";
},"useData":true},
    intro: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "Các chỉ tiêu dưới đây được tính từ hồ sơ của năm "
    + ((stack1 = alias2(alias1(depth0, "year", {"start":{"line":1,"column":51},"end":{"line":1,"column":55}} ), depth0)) != null ? stack1 : "")
    + ", đến hết ngày "
    + ((stack1 = lookupProperty(helpers,"date").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"asOf"),{"name":"date","hash":{},"data":data,"loc":{"start":{"line":1,"column":72},"end":{"line":1,"column":85}}})) != null ? stack1 : "")
    + ", chỉ gồm các tổ nhân dân tự quản và thời gian được phân công. Danh sách bản ghi đứng sau từng con số ở mục "
    + ((stack1 = alias2(alias1(depth0, "recordsNumber", {"start":{"line":1,"column":195},"end":{"line":1,"column":208}} ), depth0)) != null ? stack1 : "")
    + ".";
},"useData":true},
    indicators: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Chỉ tiêu";
},"useData":true},
    indicatorColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Chỉ tiêu và cách tính";
},"useData":true},
    countColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Tính / n";
},"useData":true},
    valueColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Giá trị";
},"useData":true},
    components: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Kết quả thực hiện nhiệm vụ";
},"useData":true},
    componentColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Thành phần";
},"useData":true},
    basisColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Căn cứ";
},"useData":true},
    percentColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Tỷ lệ (%)";
},"useData":true},
    enteredByPerson: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Do người có thẩm quyền nhập. Lý do:";
},"useData":true},
    computedWas: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Theo chỉ tiêu: "
    + ((stack1 = container.lambda(container.strict(depth0, "computed", {"start":{"line":1,"column":17},"end":{"line":1,"column":25}} ), depth0)) != null ? stack1 : "")
    + " %.";
},"useData":true},
    noData: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Chưa có tỷ lệ: không có chỉ tiêu nào có số liệu; người có thẩm quyền nhập, kèm lý do.";
},"useData":true},
    points: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Điểm theo từng tiêu chí chung";
},"useData":true},
    criterionColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Tiêu chí";
},"useData":true},
    selfColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Tự chấm";
},"useData":true},
    givenColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Cấp có thẩm quyền";
},"useData":true},
    level: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Mức xếp loại";
},"useData":true},
    levelIntro: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Phần mềm chỉ đề xuất theo điểm và quy định; người có thẩm quyền quyết định.";
},"useData":true},
    comments: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Nhận xét của tập thể, ấp, chi bộ";
},"useData":true},
    correction: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Đính chính";
},"useData":true},
    changeColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Nội dung";
},"useData":true},
    beforeColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Trước";
},"useData":true},
    afterColumn: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Sau";
},"useData":true},
    records: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Bản ghi đứng sau các chỉ tiêu";
},"useData":true},
    counted: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Được tính";
},"useData":true},
    notCounted: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Chưa được tính";
},"useData":true},
    sources: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Nguồn quy định";
},"useData":true},
    sourcesIntro: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "S: đọc trong văn bản đã công bố. G: đọc trong bản sao thứ cấp. K: hiểu biết chung hoặc mặc định của phần mềm, cần cán bộ pháp chế của cơ quan xác nhận.";
},"useData":true},
  },
  'minutes.vi': {
    title: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Biên bản";
},"useData":true},
    start: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Bắt đầu lúc ........ giờ ........ ngày";
},"useData":true},
    place: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Địa điểm:";
},"useData":true},
    chair: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Chủ trì (Tổ trưởng):";
},"useData":true},
    secretary: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Thư ký:";
},"useData":true},
    cadre: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Cán bộ phụ trách dự họp:";
},"useData":true},
    households: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Tổng số hộ:";
},"useData":true},
    attendance: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Có mặt: .......... Vắng có lý do: .......... Không lý do: .......... (danh sách kèm theo)";
},"useData":true},
    policies: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "I. Nội dung thông báo, triển khai";
},"useData":true},
    conclusions: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "II. Kết quả thực hiện kết luận kỳ trước";
},"useData":true},
    opinions: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "III. Ý kiến, kiến nghị của các hộ";
},"useData":true},
    vote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "IV. Biểu quyết";
},"useData":true},
    decisions: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "V. Kết luận và phân công";
},"useData":true},
    closing: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Cuộc họp kết thúc lúc ........ giờ ........ cùng ngày. Biên bản đã được đọc lại cho mọi người cùng nghe và nhất trí.";
},"useData":true},
  },
  'packet.vi': {
    coverTitle: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Bộ phiếu họp";
},"useData":true},
    coverNote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "In khổ A4, hai mặt, cỡ thật 100 % (Actual size). Không chọn “thu nhỏ cho vừa trang”: ô đánh dấu sẽ lệch chỗ.\nTrước khi phát: đếm đủ số phiếu theo danh sách. Khi thu về: đánh dấu X vào cột “Thu”; hộ không nhận phiếu, phiếu hỏng hoặc mất thì ghi vào cột “Ghi chú”.";
},"useData":true},
    signInTitle: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Danh sách hộ dự họp";
},"useData":true},
    signInCount: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Có mặt: ............ hộ. Vắng có lý do: ............ hộ. Vắng không lý do: ............ hộ.";
},"useData":true},
    tallyTitle: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Phiếu kiểm kết quả kỳ họp";
},"useData":true},
    tallyNote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Người thu phiếu đếm và ghi ngay khi kết thúc kỳ họp, rồi giao cùng các phiếu đã thu cho văn phòng xã. Năm dòng dưới đây cộng lại phải bằng số phiếu đã in.";
},"useData":true},
    tallyRows: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Phiếu thu lại, hộ đã ghi\nPhiếu thu lại, hộ để trắng\nPhiếu hộ không nhận\nPhiếu hỏng, hủy\nPhiếu mất, chưa thu lại";
},"useData":true},
  },
  'sheet.vi': {
    thanks: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Cảm ơn gia đình đã dành thời gian trả lời.\nPhiếu ghi xong xin gửi lại tổ trưởng hoặc cán bộ\nphụ trách ngay tại kỳ họp.";
},"useData":true},
    signer: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "NGƯỜI TRẢ LỜI PHIẾU";
},"useData":true},
    signHow: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "(Ký, ghi rõ họ tên)";
},"useData":true},
    figures: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Số liệu phần mềm lấy từ sổ của các tổ, in sẵn để đối chiếu";
},"useData":true},
    cadreSigners: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "NGƯỜI TỰ ĐÁNH GIÁ\nĐẠI DIỆN ẤP, CHI BỘ\nLÃNH ĐẠO TRỰC TIẾP";
},"useData":true},
    minutesSigners: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "THƯ KÝ\nCHỦ TRÌ (TỔ TRƯỞNG)\nĐẠI DIỆN HỘ\nCÁN BỘ PHỤ TRÁCH";
},"useData":true},
    blankSide: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Trang này không có câu hỏi.";
},"useData":true},
  },
};
