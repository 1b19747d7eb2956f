/** What a sheet of paper and its stored model hold; the same figures as in `QuestionnaireModelSchema`. */
export const LONGEST_LABEL = 1000;
export const LONGEST_NOTICE = 3000;
export const MOST_ITEMS = 100;
export const MOST_CHILDREN = 60;
export const MOST_CHOICES = 30;
/** A repetition takes one number each; a table takes up to 20 rows. */
export const MOST_REPETITIONS = 9;
export const MOST_TABLE_ROWS = 20;
export const MOST_DIGITS = 12;
export const MOST_LINES = 12;
/** Rows of a survey that are looked at: longer forms are for telephones. Reading them is told in one sentence. */
export const MOST_SURVEY_ROWS = 1500;
/** Options that are looked at over all lists: cascades of villages run to tens of thousands. */
export const MOST_CHOICE_ROWS = 20_000;
/** Rows of a report; the last one then says how many more there were. */
export const MOST_REPORT_ROWS = 2000;
