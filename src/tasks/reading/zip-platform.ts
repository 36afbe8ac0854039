/** What a host may do for the readers: unpack and take bytes for text by its own means. */
export { useTextPlatform, type TextPlatform } from "#workbook/read/sheetml/raw-text";
export { useZipPlatform, type ZipPlatform } from "#workbook/read/zip";
