/** What a host may do for the readers: unpack by its own means. */
export { useZipPlatform, type ZipPlatform } from "#workbook/read/zip";
