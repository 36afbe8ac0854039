// Each page's Content-Security-Policy, with its reason (docs/security.md tells it in full).
// Styles: the component library makes its rules at run time, so `style-src` allows inline ones; scripts never.

const nothingElse = "object-src 'none'; base-uri 'none'; form-action 'none'";
/** No text becomes a script: scripts are started through these two alone, ours and the bundler's. Office.js knows nothing of this. */
const trustedScripts = "require-trusted-types-for 'script'; trusted-types so-thi-dua so-thi-dua#bundle";
const oldBrowserNotice = "__OLD_BROWSER_NOTICE__";

const pages = {
  /** The static site: itself alone. It makes no call; `connect-src 'self'` is what its own offline copy needs. */
  browser: {
    officeJs: false, oneFile: false,
    policy: `default-src 'none'; script-src 'self' ${oldBrowserNotice}; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; ${trustedScripts}; ${nothingElse}`,
  },
  /** Excel's page: itself and Microsoft's own Office.js, which opens frames and calls of Excel's own. */
  excel: {
    officeJs: true, oneFile: false,
    policy: `default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com ${oldBrowserNotice}; worker-src 'self'; style-src 'self' 'unsafe-inline' https://appsforoffice.microsoft.com; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self' https://*.officeapps.live.com https://*.office.com; ${nothingElse}`,
  },
  /** The one file: the scripts in it, known by their fingerprints, a worker made from it, and no connection at all. */
  file: {
    officeJs: false, oneFile: true,
    policy: `default-src 'none'; script-src __SCRIPT_HASHES__ ${oldBrowserNotice}; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'none'; ${trustedScripts}; ${nothingElse}`,
  },
};

module.exports = { pages, oldBrowserNotice };
