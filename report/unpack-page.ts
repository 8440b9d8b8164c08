import { PACKED_ID, unpacked } from './unpack.ts';

start().catch((error: unknown) => {
  const place = document.querySelector('fourfold-report') ?? document.body;
  place.textContent = `This report needs a browser of 2023 or later. 请用 2023 年以后的浏览器打开本报告。(${String(error)})`;
});

async function start(): Promise<void> {
  const text = await unpacked(document.getElementById(PACKED_ID)?.textContent ?? '');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  await import(/* @vite-ignore */ url);
  URL.revokeObjectURL(url);
}
