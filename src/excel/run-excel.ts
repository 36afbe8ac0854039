/** One conversation with Excel (một lượt làm việc), ending as a value. */
import type { HostOutcome } from "#domain/host";
import { faultOf, HostStop } from "./host-faults";

/** Whatever Excel throws becomes a fault; an error of ours stays one and is shown by the error boundary. */
export async function inExcel<Value>(work: (context: Excel.RequestContext) => Promise<Value>): Promise<HostOutcome<Value>> {
  try {
    return { ok: true, value: await Excel.run(work) };
  } catch (error) {
    if (error instanceof HostStop || isForeign(error)) return { ok: false, fault: faultOf(error) };
    throw error;
  }
}

/** Excel's own errors have a code. */
function isForeign(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error;
}

/** Whether this Excel has a requirement set; asked at run time, because one file serves every version. */
export function has(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

/** Ends the work where the officer pressed Hủy. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new HostStop({ kind: "cancelled" });
}
