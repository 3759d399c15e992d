// In the browser: the decision table of a DMN model as SVG.
(() => {
  const model = new DOMParser().parseFromString(document.getElementById('model').textContent.trim(), 'application/xml');
  const all = (node, name) => [...node.getElementsByTagName(name)];
  const text = (node) => all(node, 'text')[0].textContent.trim();
  const decision = all(model, 'decision')[0];
  const inputs = all(decision, 'input').map((node) => [node.getAttribute('label'), text(node)]);
  const outputs = all(decision, 'output').map((node) => [node.getAttribute('label'), node.getAttribute('name')]);
  const rows = all(decision, 'rule').map((rule, index) => [String(index + 1), ...all(rule, 'inputEntry').map(text),
    ...all(rule, 'outputEntry').map(text), all(rule, 'description')[0]?.textContent ?? '']);
  const heads = [[all(decision, 'decisionTable')[0].getAttribute('hitPolicy')[0], ''], ...inputs, ...outputs, ['Why', '']];

  const pen = document.createElement('canvas').getContext('2d');
  const length = (words, font) => (pen.font = font, pen.measureText(words).width);
  const widths = heads.map((head, column) => Math.ceil(24 + Math.max(length(head[0], 'bold 13px Arial'), length(head[1], '11px Arial'),
    ...rows.map((row) => length(row[column], '13px Arial')))));
  const x = widths.map((_, column) => 20 + widths.slice(0, column).reduce((sum, width) => sum + width, 0));
  const width = x.at(-1) + widths.at(-1) + 20;

  const words = all(decision, 'description')[0].textContent.split(' ').reduce((lines, word) => {
    const longer = `${lines.at(-1)} ${word}`.trim();
    return length(longer, '13px Arial') > width - 40 ? [...lines, word] : [...lines.slice(0, -1), longer];
  }, ['']);
  const top = 62 + words.length * 18;
  const height = top + 48 + rows.length * 28 + 20;

  const safe = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const write = (left, baseline, words, style = '') => `<text x="${left}" y="${baseline}" ${style}>${safe(words)}</text>`;
  const fill = (column) => column === 0 ? '#eceff1' : column <= inputs.length ? '#e3f0fb'
    : column <= inputs.length + outputs.length ? '#e5f5e8' : '#f7f7f7';
  const box = (column, at, tall, colour) =>
    `<rect x="${x[column]}" y="${at}" width="${widths[column]}" height="${tall}" fill="${colour}" stroke="#90a4ae"/>`;
  const parts = [write(20, 38, decision.getAttribute('name'), 'font-size="20" font-weight="bold"'),
    ...words.map((line, index) => write(20, 64 + index * 18, line, 'fill="#455a64"')),
    ...heads.flatMap(([label, name], column) => [box(column, top, 48, fill(column)),
      write(x[column] + 12, top + (name ? 20 : 29), label, 'font-weight="bold"'),
      name && write(x[column] + 12, top + 38, name, 'font-size="11" fill="#607d8b"')]),
    ...rows.flatMap((row, line) => row.flatMap((cell, column) => [box(column, top + 48 + line * 28, 28, column ? '#fff' : '#eceff1'),
      write(x[column] + 12, top + 67 + line * 28, cell, column === row.length - 1 ? 'fill="#607d8b"' : '')]))];
  const out = document.body.appendChild(document.createElement('pre'));
  out.textContent = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" `
    + `font-family="Arial, Helvetica, sans-serif" font-size="13" style="background:#fff">\n${parts.filter(Boolean).join('\n')}\n</svg>`;
  out.id = 'svg';
})();
