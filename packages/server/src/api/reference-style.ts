/** The one style sheet of the API page; its tokens are those of the product's pages. */
export const referenceStyle = `:root{color-scheme:light dark;--paper:#f3f4f0;--surface:#fbfbf8;--ink:#17201d;--ink-2:#414d48;--line:#d5d9d1}
@media (prefers-color-scheme:dark){:root{--paper:#141917;--surface:#1b221f;--ink:#edf1ee;--ink-2:#bcc6c1;--line:#2d3632}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 15px/22px system-ui,sans-serif}
header,main{max-width:920px;margin:0 auto;padding:24px 20px 0}
h1{font-size:28px;line-height:34px;letter-spacing:-.02em;margin:0 0 8px}
h2{font-size:18px;border-top:1px solid var(--ink);padding-top:10px;margin:32px 0 8px}
h3{font-size:15px;margin:0;overflow-wrap:anywhere}
article{padding:14px 0;border-bottom:1px solid var(--line)}
p{margin:4px 0}
.rule{color:var(--ink-2);font-size:13px}
nav a{margin-right:12px}
a{color:inherit;text-underline-offset:3px}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
table{border-collapse:collapse;width:100%;margin:8px 0;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:500;color:var(--ink-2)}
details{margin:6px 0}
summary{cursor:pointer}
pre{background:var(--surface);border:1px solid var(--line);border-radius:4px;padding:12px;overflow:auto;max-height:420px;font-size:12.5px;line-height:18px}
`;
