// Self-written sample documents for the development mock: text with places of fields, laid out on pages.
const A4 = { width: 595, height: 842 };

export function random(seed) {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const wide = (c) => /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6○●■□※〜―]/.test(c);
const charWidth = (c, size) => (wide(c) ? size : size * 0.52);

/** Lays marked lines out: `[[field:text]]` marks the place of a field. */
export function layOut(blocks) {
  const pages = [];
  const places = {};
  let page;
  let y;
  const open = () => {
    page = { ...A4, text: '', lines: [], chars: [], drawn: [] };
    pages.push(page);
    y = 78;
  };
  open();
  const put = (text, marks, x, size, weight) => {
    const start = page.text.length;
    let at = x;
    const top = y;
    for (const c of text) {
      const w = charWidth(c, size);
      for (let k = 0; k < c.length; k++) {
        page.chars.push(at / A4.width, top / A4.height, (at + w) / A4.width, (top + size * 1.12) / A4.height);
      }
      at += w;
    }
    page.text += text;
    page.lines.push({
      start, end: page.text.length,
      box: [x / A4.width, top / A4.height, at / A4.width, (top + size * 1.12) / A4.height],
    });
    page.drawn.push({ x, y: top + size * 0.9, size, text, length: at - x, weight });
    for (const m of marks) {
      const from = start + m.start;
      const to = start + m.end;
      const box = [
        page.chars[from * 4], page.chars[from * 4 + 1], page.chars[(to - 1) * 4 + 2], page.chars[to * 4 - 1],
      ];
      (places[m.field] ??= []).push({ page: pages.length, start: from, end: to, boxes: [box], text: page.text.slice(from, to) });
    }
    page.text += '\n';
    page.chars.push(at / A4.width, top / A4.height, at / A4.width, (top + size * 1.12) / A4.height);
    y += size * 1.75;
  };
  for (const block of blocks) {
    if (block.newPage) {
      open();
      continue;
    }
    if (block.gap) {
      y += block.gap;
      continue;
    }
    const size = block.size ?? 11;
    const left = block.x ?? 72;
    const widest = A4.width - 72 - left;
    const marks = [];
    let plain = '';
    const pattern = /\[\[([a-z0-9_]+):([^\]]+)\]\]/g;
    let last = 0;
    for (let m; (m = pattern.exec(block.text)); ) {
      plain += block.text.slice(last, m.index);
      marks.push({ field: m[1], start: plain.length, end: plain.length + m[2].length });
      plain += m[2];
      last = m.index + m[0].length;
    }
    plain += block.text.slice(last);
    const total = [...plain].reduce((sum, c) => sum + charWidth(c, size), 0);
    if (block.align === 'center') {
      if (y > 770) open();
      put(plain, marks, (A4.width - total) / 2, size, block.weight);
      continue;
    }
    if (block.align === 'right') {
      if (y > 770) open();
      put(plain, marks, A4.width - 72 - total, size, block.weight);
      continue;
    }
    // wrap
    let begin = 0;
    while (begin < plain.length) {
      let w = 0;
      let end = begin;
      let space = -1;
      while (end < plain.length && w + charWidth(plain[end], size) <= widest) {
        w += charWidth(plain[end], size);
        if (plain[end] === ' ') space = end;
        end++;
      }
      if (end < plain.length && space > begin && !wide(plain[end])) end = space + 1;
      const inside = marks.find((m) => m.start < end && m.end > end);
      if (inside && inside.start > begin) end = inside.start;
      if (y > 770) open();
      put(
        plain.slice(begin, end),
        marks
          .filter((m) => m.start < end && m.end > begin)
          .map((m) => ({ ...m, start: Math.max(m.start, begin) - begin, end: Math.min(m.end, end) - begin })),
        left, size, block.weight,
      );
      begin = end;
    }
  }
  return { pages, places };
}

const escape = (s) => s.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

export function drawPage(page) {
  const texts = page.drawn
    .map((d) => `<text x="${d.x}" y="${d.y}" font-size="${d.size}" textLength="${d.length}" lengthAdjust="spacingAndGlyphs"${d.weight ? ' font-weight="700"' : ''}>${escape(d.text)}</text>`)
    .join('');
  const rules = (page.rules ?? []).map((r) => `<path d="${r}" stroke="#444" stroke-width=".6" fill="none"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842"><rect width="595" height="842" fill="#fff"/><g font-family="Noto Serif CJK JP,Noto Serif JP,serif" fill="#161616">${texts}</g>${rules}</svg>`;
}

const wareki = (d) => `令和${d.getUTCFullYear() - 2018 === 1 ? '元' : d.getUTCFullYear() - 2018}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日`;
const kanji = (d) => `${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月${d.getUTCDate()}日`;
const english = (d) => d.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
export const iso = (d) => d.toISOString().slice(0, 10);
const yen = (n) => n.toLocaleString('en-US');

const SELF = '株式会社文蔵商事';
export const COMPANIES = [
  '青葉精工株式会社', '株式会社みなと物流', '東雲システムズ株式会社', '北斗印刷株式会社', '株式会社さくら食品', '瑞穂建設株式会社',
  '株式会社渡辺製作所', '髙橋電機株式会社', '合同会社ひかりデザイン', '南風リース株式会社', 'Northwind Components Inc.', 'Harbor & Hill Ltd.',
  '株式会社翠嵐ソリューションズ', '八重洲不動産管理株式会社', '公益財団法人緑地保全協会', 'Kestrel Analytics GmbH',
];
export const CONTRACT_KINDS = [
  ['basic', '取引基本契約書', 'Master agreement'], ['nda', '秘密保持契約書', 'Non-disclosure agreement'], ['agency', '代理店契約書', 'Agency agreement'],
  ['services', '業務委託契約書', 'Service agreement'], ['lease', '賃貸借契約書', 'Lease agreement'], ['license', 'ライセンス契約書', 'License agreement'],
];
const ARTICLES = [
  ['目的', '甲および乙は、相互の信頼と協力のもとに本契約に基づく取引を誠実に履行し、双方の事業の発展を図るものとする。'],
  ['個別契約', '本契約は、甲乙間で締結される個々の取引に共通して適用される。個別契約において本契約と異なる定めをしたときは、個別契約の定めが優先する。'],
  ['秘密保持', '甲および乙は、本契約の履行に関して知り得た相手方の技術上または営業上の情報を、相手方の書面による承諾なく第三者に開示し、または本契約の目的以外に使用してはならない。'],
  ['再委託', '乙は、甲の事前の書面による承諾を得た場合に限り、業務の一部を第三者に再委託することができる。この場合、乙は再委託先の行為について一切の責任を負う。'],
  ['検収', '甲は、納入された成果物を受領後十営業日以内に検査し、その結果を乙に通知する。期間内に通知がないときは、検査に合格したものとみなす。'],
  ['契約不適合', '成果物が契約の内容に適合しないときは、甲は乙に対し、修補、代替物の引渡しまたは代金の減額を請求することができる。'],
  ['権利義務の譲渡禁止', '甲および乙は、相手方の承諾を得ないで、本契約上の地位または権利義務を第三者に譲渡し、もしくは担保に供してはならない。'],
  ['解除', '当事者の一方が本契約に違反し、相当の期間を定めて催告しても是正されないときは、相手方は本契約の全部または一部を解除することができる。'],
  ['損害賠償', '本契約に違反して相手方に損害を与えた者は、その損害を賠償する責めを負う。'],
  ['反社会的勢力の排除', '甲および乙は、自己が反社会的勢力に該当しないことを表明し、将来にわたっても該当しないことを確約する。'],
  ['不可抗力', '天災地変その他当事者の責めに帰することのできない事由による債務の不履行については、いずれの当事者も責任を負わない。'],
  ['協議', '本契約に定めのない事項または解釈上の疑義については、甲乙誠意をもって協議のうえ解決する。'],
];

/** Everything about contract number n: values and, when asked for, the document. */
export function contract(n) {
  const r = random(n);
  const pick = (list) => list[Math.floor(r() * list.length)];
  const other = pick(COMPANIES);
  const foreign = /[A-Za-z]/.test(other);
  const kind = pick(CONTRACT_KINDS);
  const signed = new Date(Date.UTC(2019 + Math.floor(r() * 7), Math.floor(r() * 12), 1 + Math.floor(r() * 28)));
  const start = new Date(signed);
  start.setUTCDate(1);
  start.setUTCMonth(start.getUTCMonth() + 1);
  const years = pick([1, 1, 2, 3]);
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  end.setUTCDate(end.getUTCDate() - 1);
  const months = pick([1, 2, 3, 3, 6]);
  const notice = new Date(end);
  notice.setUTCMonth(notice.getUTCMonth() - months);
  const renewal = r() < 0.7;
  const amount = Math.floor(r() * 480 + 20) * 12000;
  const noAmount = kind[0] === 'nda' || r() < 0.2;
  const missing = r() < 0.18;
  const title = foreign ? kind[2].replace(/^./, (c) => c.toUpperCase()) : kind[1];
  const values = {
    title: { type: 'TEXT', text: title },
    parties: { type: 'TEXTS', texts: [foreign ? 'Fumikura Trading Co., Ltd.' : SELF, other] },
    ...(noAmount ? {} : { amount: { type: 'AMOUNT', amount: String(foreign ? Math.round(amount / 150) : amount), currency: foreign ? 'USD' : 'JPY' } }),
    conclusion_date: { type: 'DATE', date: iso(signed) },
    ...(missing ? {} : { start_date: { type: 'DATE', date: iso(start) } }),
    ...(missing ? {} : { end_date: { type: 'DATE', date: iso(end) } }),
    auto_renewal: { type: 'FLAG', flag: renewal },
    ...(renewal ? { renewal_period: { type: 'PERIOD', period: 'P1Y' } } : {}),
    ...(missing ? {} : { notice_deadline: { type: 'DATE', date: iso(notice) } }),
    notice_period: { type: 'PERIOD', period: `P${months}M` },
    term: { type: 'PERIOD', period: `P${years}Y` },
    ...(foreign ? {} : { governing_court: { type: 'TEXT', text: '東京地方裁判所' } }),
  };
  const draw = () => {
    const b = [];
    if (foreign) {
      b.push({ text: `[[title:${title}]]`, size: 20, align: 'center', weight: 1 }, { gap: 24 });
      b.push({ text: `This ${title} (this "Agreement") is made as of [[conclusion_date:${english(signed)}]] by and between [[parties:Fumikura Trading Co., Ltd.]], a company organised under the laws of Japan ("Company"), and [[parties:${other}]] ("Partner").` }, { gap: 10 });
      const articles = [
        ['Purpose', 'The parties shall perform their transactions under this Agreement in good faith and with mutual trust, and shall work together for the growth of both businesses.'],
        ['Fees', noAmount ? 'No fees are payable under this Agreement.' : `Company shall pay to Partner a total of [[amount:USD ${yen(Math.round(amount / 150))}]] within thirty (30) days of receipt of a proper invoice.`],
        ['Confidentiality', 'Each party shall keep confidential all technical and business information received from the other party and shall not use such information for any purpose other than the performance of this Agreement.'],
        ['Term', missing ? 'This Agreement remains in force until completion of the services.' : `This Agreement takes effect on [[start_date:${english(start)}]] and shall continue for an initial term of [[term:${years === 1 ? 'one (1) year' : years === 2 ? 'two (2) years' : 'three (3) years'}]].`],
        ['Renewal', renewal ? `[[auto_renewal:This Agreement shall renew automatically]] for successive periods of [[renewal_period:one (1) year]] unless either party gives written notice at least [[notice_period:${months} months]] before the end of the then current term.` : `[[auto_renewal:This Agreement shall not renew automatically.]] Either party may propose an extension at least [[notice_period:${months} months]] before its end.`],
        ['Assignment', 'Neither party may assign this Agreement without the prior written consent of the other party, and any attempted assignment in breach of this section is void.'],
        ['Force majeure', 'Neither party is liable for failure to perform its obligations to the extent that such failure is caused by events beyond its reasonable control.'],
        ['General', 'This Agreement constitutes the entire agreement of the parties on its subject. Amendments are valid only in writing and signed by both parties.'],
      ];
      articles.forEach(([head, text], i) => b.push({ text: `${i + 1}. ${head}`, weight: 1, size: 12 }, { text }, { gap: 9 }));
      b.push({ newPage: 1 }, { text: 'IN WITNESS WHEREOF, the parties have executed this Agreement by their authorised representatives.' }, { gap: 30 });
      b.push({ text: 'Fumikura Trading Co., Ltd.' }, { text: 'By: ____________________' }, { text: 'Title: President' }, { gap: 24 }, { text: other }, { text: 'By: ____________________' }, { text: 'Title: Director' });
    } else {
      b.push({ text: `[[title:${title}]]`, size: 20, align: 'center', weight: 1 }, { gap: 26 });
      b.push({ text: `[[parties:${SELF}]]（以下「甲」という。）と[[parties:${other}]]（以下「乙」という。）とは、次のとおり契約（以下「本契約」という。）を締結する。` }, { gap: 12 });
      const articles = ARTICLES.slice();
      if (!noAmount) articles.splice(3, 0, ['対価', `甲は乙に対し、本契約に基づく業務の対価として、金[[amount:${yen(amount)}円]]（消費税別）を支払う。乙は毎月末日をもって締め、翌月末日までに乙の指定する銀行口座に振り込む。`]);
      articles.splice(9, 0, ['有効期間', missing
        ? `[[auto_renewal:本契約は自動的に更新${renewal ? 'される' : 'されない'}]]ものとし、解約を希望する者は[[notice_period:${months}か月前]]までに書面で通知する。`
        : `本契約の有効期間は、[[start_date:${wareki(start)}]]から[[term:${years}年間]]（${kanji(end)}まで）とする。` + (renewal
          ? `ただし、期間満了の[[notice_period:${months}か月前]]までに甲乙いずれからも書面による解約の申し出がないときは、本契約は同一条件でさらに[[renewal_period:1年間]][[auto_renewal:自動的に更新される]]ものとし、以後も同様とする。`
          : `[[auto_renewal:本契約は自動的には更新されない]]。更新を希望する者は、期間満了の[[notice_period:${months}か月前]]までに申し出るものとする。`)]);
      articles.push(['合意管轄', '本契約に関する紛争については、[[governing_court:東京地方裁判所]]を第一審の専属的合意管轄裁判所とする。']);
      articles.forEach(([head, text], i) => b.push({ text: `第${i + 1}条（${head}）`, weight: 1, size: 12 }, { text }, { gap: 9 }));
      b.push({ gap: 20 }, { text: '本契約の成立を証するため本書二通を作成し、甲乙記名押印のうえ各自一通を保有する。' }, { gap: 16 });
      b.push({ text: `[[conclusion_date:${wareki(signed)}]]` }, { gap: 16 });
      b.push({ text: '甲　東京都千代田区神田錦町三丁目七番地', x: 240 }, { text: `　　${SELF}`, x: 240 }, { text: '　　代表取締役　佐藤　恵子　　　印', x: 240 }, { gap: 14 });
      b.push({ text: '乙　横浜市西区みなとみらい二丁目二番一号', x: 240 }, { text: `　　${other}`, x: 240 }, { text: '　　代表取締役　鈴木　一郎　　　印', x: 240 });
    }
    return layOut(b);
  };
  return { ledger: 'contracts', kind: kind[0], values, fileName: `${title}_${other.replace(/[&.]/g, '')}_${iso(signed)}.pdf`, signed, draw, years, months };
}

/** A document made of the lines of an uploaded sample PDF (see e2e/pdf.ts), read by a few simple rules. */
export function uploaded(lines) {
  const values = {};
  const months = 'January February March April May June July August September October November December'.split(' ');
  const day = (text) => {
    const m = /(\w+) (\d+), (\d{4})/.exec(text);
    return iso(new Date(Date.UTC(Number(m[3]), months.indexOf(m[1]), Number(m[2]))));
  };
  const rules = [
    ['conclusion_date', /made as of (\w+ \d+, \d{4})/, (t) => ({ type: 'DATE', date: day(t) })],
    ['start_date', /takes effect on (\w+ \d+, \d{4})/, (t) => ({ type: 'DATE', date: day(t) })],
    ['term', /initial term of (one \(1\) year)/, () => ({ type: 'PERIOD', period: 'P1Y' })],
    ['notice_period', /at least (three \(3\) months)/, () => ({ type: 'PERIOD', period: 'P3M' })],
    ['renewal_period', /periods of (one \(1\) year)/, () => ({ type: 'PERIOD', period: 'P1Y' })],
    ['auto_renewal', /(renew automatically)/, () => ({ type: 'FLAG', flag: true })],
    ['amount', /(USD [\d,]+)/, (t) => ({ type: 'AMOUNT', amount: t.replace(/\D/g, ''), currency: 'USD' })],
  ];
  const blocks = lines.map((line, i) => {
    if (i === 0) {
      values.title = { type: 'TEXT', text: line };
      return { text: `[[title:${line}]]`, size: 18, weight: 1 };
    }
    let text = line;
    const party = /(?:between|and) ([A-Z][\w ]+(?:Ltd\.|Inc\.))/.exec(line);
    if (party) {
      values.parties = { type: 'TEXTS', texts: [...(values.parties?.texts ?? []), party[1]] };
      text = text.replace(party[1], `[[parties:${party[1]}]]`);
    }
    for (const [field, pattern, make] of rules) {
      const m = pattern.exec(text);
      if (m && !values[field]) {
        values[field] = make(m[1]);
        text = text.replace(m[1], `[[${field}:${m[1]}]]`);
      }
    }
    return { text };
  });
  if (values.start_date) {
    const end = new Date(values.start_date.date);
    end.setUTCFullYear(end.getUTCFullYear() + 1, end.getUTCMonth(), end.getUTCDate() - 1);
    values.end_date = { type: 'DATE', date: iso(end) };
    end.setUTCMonth(end.getUTCMonth() - 3);
    values.notice_deadline = { type: 'DATE', date: iso(end) };
  }
  const pages = blocks.flatMap((b, i) => (i > 0 && i % 24 === 0 ? [{ newPage: 1 }, b] : [b]));
  return { ledger: 'contracts', kind: 'services', values, fileName: '', draw: () => layOut(pages) };
}

export const BOOK_KINDS = [
  ['invoice', '請求書', 'Invoice'], ['quotation', '見積書', 'Quotation'], ['order', '注文書', 'Purchase order'], ['delivery', '納品書', 'Delivery note'], ['receipt', '領収書', 'Receipt'],
];
const GOODS = ['六角ボルト M8×30', '梱包資材一式', 'サーバー保守（月額）', '会議用弁当', 'コピー用紙 A4', 'ノートPC 14型', '配送費', '翻訳料', '清掃業務', '展示会ブース設営'];

export function book(n) {
  const r = random(n + 7000003);
  const pick = (list) => list[Math.floor(r() * list.length)];
  const other = pick(COMPANIES);
  const kind = pick(BOOK_KINDS);
  const day = new Date(Date.UTC(2022 + Math.floor(r() * 5), Math.floor(r() * 12), 1 + Math.floor(r() * 28)));
  if (day > new Date()) day.setUTCFullYear(day.getUTCFullYear() - 1);
  const lines = Array.from({ length: 2 + Math.floor(r() * 5) }, () => ({ what: pick(GOODS), count: 1 + Math.floor(r() * 20), price: (1 + Math.floor(r() * 300)) * 100 }));
  const sum = lines.reduce((s, l) => s + l.count * l.price, 0);
  const tax = Math.floor(sum * 0.1);
  const wrong = r() < 0.04;
  const total = sum + tax + (wrong ? 100 : 0);
  const issued = r() < 0.35;
  const missing = r() < 0.12;
  const number = `T${String(1000000000000 + Math.floor(r() * 8999999999999)).slice(0, 13)}`;
  const values = {
    kind: { type: 'CHOICE', choice: kind[0] },
    title: { type: 'TEXT', text: kind[1] },
    ...(missing ? {} : { company: { type: 'TEXT', text: other } }),
    direction: { type: 'CHOICE', choice: issued ? 'issued' : 'received' },
    transaction_date: { type: 'DATE', date: iso(day) },
    amount: { type: 'AMOUNT', amount: String(total), currency: 'JPY' },
    ...(issued ? {} : { registration_number: { type: 'TEXT', text: number } }),
    subtotal: { type: 'AMOUNT', amount: String(sum), currency: 'JPY' },
    tax_10: { type: 'AMOUNT', amount: String(tax), currency: 'JPY' },
  };
  const draw = () => {
    const b = [
      { text: `[[kind:${kind[1]}]]`, size: 22, align: 'center', weight: 1 }, { gap: 18 },
      { text: `発行日　[[transaction_date:${kanji(day)}]]`, align: 'right' }, { text: `No. ${20000 + n}`, align: 'right' }, { gap: 8 },
      { text: issued ? (missing ? '御中' : `[[company:${other}]]　御中`) : `${SELF}　御中`, size: 14 }, { gap: 10 },
      { text: issued ? SELF : missing ? '（名称不鮮明）' : `[[company:${other}]]`, x: 330, size: 12 },
      { text: '〒220-0012 横浜市西区みなとみらい二丁目', x: 330, size: 10 },
      ...(issued ? [] : [{ text: `登録番号　[[registration_number:${number}]]`, x: 330, size: 10 }]), { gap: 18 },
      { text: '下記のとおりご請求申し上げます。' }, { gap: 6 },
      { text: `ご請求金額　¥[[amount:${yen(total)}]]-（税込）`, size: 16, weight: 1 }, { gap: 22 },
      { text: '品名　　　　　　　　　　　　　数量　　　　単価　　　　　金額', weight: 1 },
      ...lines.map((l) => ({ text: `${l.what.padEnd(15, '　')}${String(l.count).padStart(6)}　　${yen(l.price).padStart(9)}　　${yen(l.count * l.price).padStart(11)}` })),
      { gap: 16 },
      { text: `小計　　¥[[subtotal:${yen(sum)}]]`, align: 'right' }, { text: `消費税（10%）　　¥[[tax_10:${yen(tax)}]]`, align: 'right' }, { text: `合計　　¥${yen(total)}`, align: 'right', weight: 1 },
      { gap: 26 }, { text: 'お振込先　みなと銀行 本店営業部 普通 1234567', size: 10 }, { text: '恐れ入りますが、振込手数料は貴社にてご負担くださいますようお願いいたします。', size: 10 },
    ];
    const laid = layOut(b);
    const first = laid.pages[0];
    const head = first.lines.find((l) => first.text.startsWith('品名', l.start));
    if (head) first.rules = [`M72 ${head.box[1] * 842 - 5}H523`, `M72 ${head.box[3] * 842 + 3}H523`];
    return laid;
  };
  return { ledger: 'books', kind: kind[0], values, fileName: `${kind[1]}_${other.replace(/[&.]/g, '')}_${iso(day).replaceAll('-', '')}.pdf`, signed: day, draw, wrong };
}
