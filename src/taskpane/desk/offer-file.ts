/** Hands a file to the officer (tải file về). */

const TYPES: Readonly<Record<string, string>> = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", zip: "application/zip", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };

export function offer(fileName: string, file: Uint8Array): void {
  const extension = fileName.split(".").at(-1) ?? "";
  const address = URL.createObjectURL(new Blob([new Uint8Array(file)], { type: TYPES[extension] ?? "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
