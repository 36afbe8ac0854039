import { stageSchema, type Stage } from "#domain/plan";

export type { Stage };
/** registration (đăng ký), midterm (sơ kết), summary (tổng kết). */
export const stages: readonly Stage[] = stageSchema.options;
