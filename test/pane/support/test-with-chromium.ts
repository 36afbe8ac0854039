import { hasChromium } from "../../support/chromium";

if (!hasChromium) process.stderr.write("SKIPPED: no Chromium, Chrome or Edge is installed\n");

/** `test`, or `test.skip` where no browser is installed. */
export const testWithChromium: jest.It = hasChromium ? test : test.skip;
