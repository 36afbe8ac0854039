// Two pages and one file from one pane:
//   index.html       any browser, as a static site
//   taskpane.html    Excel (adds Office.js)
//   So-Thi-Dua.html  everything in one file, opened by double click
//
//   npm run build                                      dist/ for https://localhost:3000
//   npm run build -- --env baseUrl=https://host/path   dist/ with a manifest for that address
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { pages } = require("./.config/page-policies.cjs");
const { InlinePage, optimize, OfflineList } = require("./.config/webpack-plugins.cjs");

/** The bundler starts the scripts it cut out through a policy of this name. */
const trustedTypes = { policyName: "so-thi-dua#bundle" };

const developmentOrigin = "https://localhost:3000";

module.exports = async (env = {}, { mode = "production" } = {}) => {
  const production = mode === "production";
  const baseUrl = typeof env.baseUrl === "string" ? env.baseUrl.replace(/\/$/, "") : developmentOrigin;
  const site = {
    name: "site",
    ...common(production),
    entry: { pane: "./src/taskpane/index.tsx" },
    output: {
      path: path.resolve(__dirname, "dist"),
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
      chunkFilename: production ? "[name].[contenthash:8].js" : "[name].js",
      trustedTypes,
      clean: { keep: /^So-Thi-Dua\.html$/ },
    },
    plugins: [
      page("index.html", pages.browser),
      page("taskpane.html", pages.excel),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "manifest.xml", transform: (xml) => xml.toString().replaceAll(developmentOrigin, baseUrl) },
        ],
      }),
      ...(production ? [new OfflineList()] : []),
    ],
    devServer: {
      port: 3000,
      static: false,
      open: env.open !== false,
      client: { overlay: { warnings: false } },
      // Excel accepts https only, and only a certificate the machine trusts: `npm run start:excel`.
      server: env.excel ? { type: "https", options: await trustedCertificate() } : "http",
    },
  };
  return production ? [site, oneFile()] : site;
};

/** The pane and its worker without any splitting, put into the page itself. */
function oneFile() {
  return {
    name: "one-file",
    ...common(true),
    devtool: false,
    entry: { pane: "./src/taskpane/index.tsx", worker: "./src/taskpane/worker.ts" },
    output: { path: path.resolve(__dirname, "dist"), filename: "one-file.[name].js", publicPath: "", trustedTypes },
    plugins: [optimize.oneChunk(), page("So-Thi-Dua.html", pages.file), new InlinePage("So-Thi-Dua.html")],
  };
}

const common = (production) => ({
  mode: production ? "production" : "development",
  devtool: "source-map",
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: {
          jsc: {
            target: "es2022",
            parser: { syntax: "typescript", tsx: true },
            transform: { react: { runtime: "automatic", development: !production } },
          },
        },
      },
    ],
  },
  performance: { hints: false },
});

const page = (filename, facts) => new HtmlPlugin({ filename, template: "src/taskpane/page.html", inject: filename === "So-Thi-Dua.html" ? false : "body", minify: false, ...facts });

function trustedCertificate() {
  return require("office-addin-dev-certs").getHttpsServerOptions();
}
