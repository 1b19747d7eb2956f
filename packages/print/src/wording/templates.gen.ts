// @ts-nocheck: written by scripts/wording.ts from templates/*.hbs; edit those.
export const templates = {
  'minutes.vi': {
    title: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Biên bản";
},"useData":true},
    subject: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Họp Tổ nhân dân tự quản";
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
    return "Biên bản được đọc lại cho mọi người dự họp cùng nghe, nhất trí và ký tên dưới đây.";
},"useData":true},
  },
  'packet.vi': {
    coverTitle: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Bộ phiếu họp Tổ nhân dân tự quản";
},"useData":true},
    coverNote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Khi in: chọn khổ A4, in hai mặt, cỡ thật 100 % (Actual size). Không thu nhỏ cho vừa trang: ô đánh dấu sẽ lệch chỗ.\nTrước khi phát: đếm đủ số phiếu theo danh sách. Sau kỳ họp: thu lại, đánh dấu X vào cột “Thu lại”; phiếu hộ không nhận ghi “từ chối”, phiếu hỏng hoặc mất ghi rõ vào cột “Ghi chú”.";
},"useData":true},
    signInTitle: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Danh sách hộ dự họp";
},"useData":true},
    signInNote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Người dự họp ghi họ tên và ký. Hộ vắng: ghi “có lý do” hoặc “không lý do” vào cột ký tên.";
},"useData":true},
    tallyTitle: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Phiếu kiểm kết quả kỳ họp";
},"useData":true},
    tallyNote: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Người phụ trách kỳ họp đếm và ghi ngay khi kết thúc, giao lại cho văn phòng cùng các phiếu đã thu.";
},"useData":true},
  },
};
