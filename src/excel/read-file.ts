/** The open workbook as a file (lấy file), in slices; what was opened is always closed: Excel allows only two at once. */
import type { HostOutcome } from "#domain/host";
import { faultOf } from "./host-faults";

const SLICE = 4 * 1024 * 1024;
const SLICE_ON_TABLET = 64 * 1024;

export async function readFile(): Promise<HostOutcome<Uint8Array>> {
  try {
    const file = await answerOf<Office.File>((done) => {
      Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: Office.context.platform === Office.PlatformType.iOS ? SLICE_ON_TABLET : SLICE }, done);
    });
    try {
      return { ok: true, value: await allSlices(file) };
    } finally {
      await answerOf<void>((done) => file.closeAsync(done)).catch(() => undefined);
    }
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

async function allSlices(file: Office.File): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (let index = 0; index < file.sliceCount; index += 1) {
    const answer = await answerOf<Office.Slice>((done) => file.getSliceAsync(index, done));
    const slice = Uint8Array.from(answer.data as ArrayLike<number>);
    bytes.set(slice.subarray(0, bytes.length - at), at);
    at += slice.length;
  }
  return bytes;
}

function answerOf<Value>(ask: (done: (result: Office.AsyncResult<Value>) => void) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    ask((result) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- Office hands over plain objects with a code
      if (result.status === Office.AsyncResultStatus.Failed) reject(result.error);
      else resolve(result.value);
    });
  });
}
