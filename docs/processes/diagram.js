// In the browser: the BPMN model as SVG, drawn by bpmn-js.
(async () => {
  const out = document.body.appendChild(document.createElement('pre'));
  const viewer = new BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(document.getElementById('model').textContent);
  if (warnings.length) {
    throw new Error(warnings.map((warning) => warning.message).join('\n'));
  }
  const { svg } = await viewer.saveSVG();
  // bpmn-js invents ids for every drawing; numbers in their place keep the pictures comparable.
  const markers = [...new Set(svg.match(/(?<=<marker[^>]* id=")[^"]+/g))];
  const [x, y, width, height] = /viewBox="([^"]*)"/.exec(svg)[1].split(' ').map(Number);
  out.textContent = markers.reduce((text, id, index) => text.replaceAll(id, `marker${index}`), svg)
    .replace(/^[^]*?<svg[^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" `
      + `width="${width + 40}" height="${height + 40}" viewBox="${x - 20} ${y - 20} ${width + 40} ${height + 40}" style="background:#fff">`);
  out.id = 'svg';
})().catch((error) => document.body.append(error.stack));
