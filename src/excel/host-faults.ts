/** What Excel refused (lỗi của Excel), by the host port's names. */
import type { HostFault } from "#domain/host";

/** Carries a fault out of a batch; `inExcel` turns it into a value again. */
export class HostStop extends Error {
  readonly fault: HostFault;

  constructor(fault: HostFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** Any exception as a fault; `sheet` is the one that was being worked on, where there was one. */
export function faultOf(error: unknown, sheet?: string): HostFault {
  if (error instanceof HostStop) return error.fault;
  const { code, message } = codeOf(error);
  if (BUSY.has(code)) return { kind: "busy" };
  if (TOO_LARGE.has(code)) return { kind: "too-large", bytes: 0 };
  if (PROTECTED.has(code) || (code === "InvalidOperation" && /protect/iu.test(message))) return sheet === undefined ? { kind: "protected" } : { kind: "protected", sheet };
  if (READ_ONLY.has(code)) return { kind: "read-only" };
  if (TOO_OLD.has(code)) return { kind: "too-old", needs: neededBy(message) };
  if (code === "ItemNotFound" && sheet !== undefined) return { kind: "sheet-gone", sheet };
  return { kind: "refused", detail: code === "" ? message : `${code}: ${message}` };
}

/** Whether a request or its answer was more than Excel takes at once: smaller pieces may pass. */
export function isTooLarge(error: unknown): boolean {
  return TOO_LARGE.has(codeOf(error).code);
}

export function isBusy(error: unknown): boolean {
  return error instanceof HostStop ? error.fault.kind === "busy" : BUSY.has(codeOf(error).code);
}

const BUSY: ReadonlySet<string> = new Set(["InvalidOperationInCellEditMode", "HostIsBusy", "TooManyRequests", "ServiceNotAvailable"]);
const TOO_LARGE: ReadonlySet<string> = new Set(["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded", "RangeExceedsLimit", "OperationCellsExceedLimit", "CellsExceedLimit"]);
const PROTECTED: ReadonlySet<string> = new Set(["AccessDenied", "ProtectedSheet", "WorksheetProtected"]);
const READ_ONLY: ReadonlySet<string> = new Set(["ReadOnly", "DocumentReadOnly", "ReadOnlyDocument", "5010", "1002"]);
const TOO_OLD: ReadonlySet<string> = new Set(["ApiNotFound", "ApiNotAvailable", "NotImplemented", "5000"]);

function codeOf(error: unknown): { code: string; message: string } {
  if (typeof error !== "object" || error === null) return { code: "", message: String(error) };
  const { code, message } = error as { code?: unknown; message?: unknown };
  return { code: typeof code === "string" || typeof code === "number" ? String(code) : "", message: typeof message === "string" ? message : "" };
}

function neededBy(message: string): string {
  return /ExcelApi[\w ]*?\d+\.\d+/u.exec(message)?.[0] ?? "ExcelApi";
}
