// Two pages from one pane: index.html for any browser, taskpane.html for Excel (adds Office.js).
//   npm run build                                   dist/ for https://localhost:3000
//   npm run build -- --env origin=https://host/path dist/ with a manifest for that host
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

const developmentOrigin = "https://localhost:3000";

module.exports = async (env = {}, { mode = "production" } = {}) => {
  const production = mode === "production";
  const origin = typeof env.origin === "string" ? env.origin.replace(/\/$/, "") : developmentOrigin;
  return {
    mode,
    entry: { pane: "./src/taskpane/index.tsx" },
    output: {
      path: path.resolve(__dirname, "dist"),
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
      clean: true,
    },
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
    plugins: [
      page("index.html", { officeJs: false }),
      page("taskpane.html", { officeJs: true }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "manifest.xml", transform: (xml) => xml.toString().replaceAll(developmentOrigin, origin) },
        ],
      }),
    ],
    performance: { hints: false },
    devServer: {
      port: 3000,
      static: false,
      client: { overlay: { warnings: false } },
      // Excel accepts https only, and only a certificate the machine trusts: `npm run start:excel`.
      server: env.excel ? { type: "https", options: await trustedCertificate() } : "http",
    },
  };
};

const page = (filename, { officeJs }) =>
  new HtmlPlugin({ filename, template: "src/taskpane/page.html", officeJs });

function trustedCertificate() {
  return require("office-addin-dev-certs").getHttpsServerOptions();
}
