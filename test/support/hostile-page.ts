/** A web page that tries all it can to run, to load something from `address` (a host with its port) and to lead there. */
export function hostilePage(address: string): string {
  const url = (what: string): string => `http://${address}/${what}`;
  return `<!doctype html><html manifest="${url('manifest')}"><head><title>Dam keeper warns of the hostile page</title>
<meta http-equiv="refresh" content="0;url=${url('refresh')}"><base href="${url('base/')}" target="_top">
<meta http-equiv="Content-Security-Policy" content="default-src *"><meta http-equiv="x-dns-prefetch-control" content="on">
<link rel="preconnect" href="${url('preconnect')}"><link rel="dns-prefetch" href="//${address}"><link rel="prefetch" href="${url('prefetch')}">
<link rel="stylesheet" href="${url('sheet')}"><link rel="icon" href="${url('icon')}"><link rel="modulepreload" href="${url('module')}">
<style>@import "${url('import')}"; @font-face { font-family: x; src: url("${url('font')}") }
body { background: url("${url('background')}"); font-family: x } input[value^="a"] { background: url("${url('selector')}") }</style>
<script>document.documentElement.dataset.ran = 'yes'; fetch('${url('script')}'); top.location = '${url('top')}'</script>
<script src="${url('script.js')}"></script><script type="speculationrules">{"prefetch":[{"urls":["${url('rules')}"]}]}</script></head>
<body onload="document.documentElement.dataset.ran='yes'" background="${url('body')}">
<h1>Dam keeper warns of the hostile page</h1>
<p>The keeper of the dam said on Monday that a page which wants out would try everything, and that none of it should be let happen.</p>
<p>He asked the ministry for sand, for lamps and for twenty men, and was promised an answer by the end of the month at the latest.</p>
<img src="${url('image')}" srcset="${url('set')} 2x" onerror="document.documentElement.dataset.ran='yes'" alt="The dam">
<picture><source srcset="${url('source')}"><img src="//${address}/relative"></picture><img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='${url('nested')}'/></svg>">
<a id="out" href="${url('link')}" ping="${url('ping')}">A way out</a> <a id="other" href="article://a1/page">Another article</a>
<a id="top" href="${url('frame')}" target="_top">To the top</a> <a id="new" href="${url('new')}" target="_blank">A window</a>
<a id="run" href="javascript:document.documentElement.dataset.ran='yes'">Run</a> <a id="save" href="${url('save')}" download>Save</a>
<iframe src="${url('iframe')}"></iframe><iframe srcdoc="<script>fetch('${url('srcdoc')}')</script>"></iframe>
<object data="${url('object')}"></object><embed src="${url('embed')}"><video src="${url('video')}" poster="${url('poster')}" autoplay></video>
<audio src="${url('audio')}" autoplay></audio>
<svg onload="document.documentElement.dataset.ran='yes'"><image href="${url('svg')}"/><use href="${url('use')}#a"/><script>document.documentElement.dataset.ran='yes'</script></svg>
<form id="form" action="${url('form')}"><input name="q" value="a" autofocus onfocus="this.form.submit()"><button id="send" formaction="${url('send')}">Send</button></form>
</body></html>`;
}
