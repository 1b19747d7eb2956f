/** What a session still has to do before it is open: a second factor, setting one up, a new password. */
export const STAGES = ['open', 'totp', 'enrol-totp', 'change-password'] as const;
export type Stage = (typeof STAGES)[number];
