/** The bytes of a file as it was offered. */
import type { OfferedFile } from "./contract";

export async function bytesOf({ body }: OfferedFile): Promise<Uint8Array> {
  return body instanceof Uint8Array ? body : new Uint8Array(await body.arrayBuffer());
}
