#!/bin/sh
# lunr-languages: Latin words in a Russian or Arabic text are not in the index.
# Expected: stemming is by language, words of other scripts are indexed as they are.
# Really: the trimmer cuts every letter outside of its own script away, so "BBC" becomes the
# empty word. Digits were lost too until 2026.
# Version: 1.22.0 with lunr 2.3.9. Source: MihaiValentin/lunr-languages pull requests 15, 133.
set -eu
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm install --prefix . --silent --no-audit --no-fund lunr@2.3.9 lunr-languages@1.22.0 >&2 || exit 2
cat > try.mjs <<'EOF'
import lunr from 'lunr';
import support from 'lunr-languages/lunr.stemmer.support.js';
import ru from 'lunr-languages/lunr.ru.js';
import ar from 'lunr-languages/lunr.ar.js';
for (const plugin of [support, ru, ar]) plugin(lunr);
function show(code, text, word) {
  const index = lunr(function () {
    this.use(lunr[code]);
    this.field('body');
    this.add({ id: 1, body: text });
  });
  const asked = [word, 'bbc', '2001'];
  const found = (term) => (index.search(term).length > 0 ? 'found' : 'lost');
  console.log(`${code}: ${asked.map((term) => `${term} ${found(term)}`).join(', ')}`);
}
show('ru', 'Корреспондент BBC сообщил в 2001', 'корреспондент');
show('ar', 'مراسل BBC كتب عام 2001', 'مراسل');
EOF
seen=$(node try.mjs)
want='ru: корреспондент found, bbc lost, 2001 found
ar: مراسل found, bbc lost, 2001 found'
echo "Node $(node -p process.versions.node), lunr@2.3.9 lunr-languages@1.22.0"
printf "%s\n" "$seen"
[ "$seen" = "$want" ]
