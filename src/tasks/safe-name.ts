/** A name of a file or folder that every system takes (tên tệp): schools and plans are called what they are called. */
export function safeName(name: string, most: number): string {
  return name.replace(/[\\/:*?"<>|\u0000-\u001f]/gu, "-").slice(0, most).replace(/[. ]+$/u, "");
}
