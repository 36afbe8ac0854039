/** Files the officer chose or dropped (file đã chọn), each under its path in the folder it came from. */
import type { OfferedFile } from "#tasks/engine/contract";

export function listedFiles(list: FileList | null): OfferedFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, body: file }));
}

/** Folders are walked; what cannot be opened is left to the intake, which names it. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<OfferedFile[]> {
  const entries = [...items].map((item) => (typeof item.webkitGetAsEntry === "function" ? item.webkitGetAsEntry() : null)).filter((entry) => entry !== null);
  return entries.length === 0 ? listedFiles(files) : (await Promise.all(entries.map((entry) => walk(entry, "")))).flat();
}

async function walk(entry: FileSystemEntry, folder: string): Promise<OfferedFile[]> {
  const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) {
    return new Promise((resolve) => (entry as FileSystemFileEntry).file((file) => resolve([{ path, body: file }]), () => resolve([{ path, body: new Uint8Array() }])));
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  // A reader hands out a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map((inner) => walk(inner, path)))).flat();
}
