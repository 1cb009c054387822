// Draws color.png (192 x 192), color32x32.png (the same on nothing) and outline.png (32 x 32): a column of vertebrae with a nerve that leaves it, ending in a point.
//   node manifest/icons.mjs [folder]     writes them beside this file, or into the folder
import { deflateSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything is drawn in a square of 100 x 100 by distance: negative is inside.
const box = (cx, cy, w, h, r) => (x, y) => {
    const dx = Math.abs(x - cx) - w / 2 + r;
    const dy = Math.abs(y - cy) - h / 2 + r;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
};
const disk = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r;
const line = (points, width) => (x, y) => Math.min(...points.slice(1).map(([bx, by], i) => {
    const [ax, ay] = points[i];
    const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
    return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - width / 2;
}));
const arc = Array.from({ length: 25 }, (_, i) => {
    const angle = -Math.PI / 2 + (i / 24) * (Math.PI / 2);
    return [46 + 30 * Math.cos(angle), 68 + 30 * Math.sin(angle)];
});

// Teams crops the color icon: what matters stays within the 120 x 120 pixels in its middle. The drawing spans 64 x 74 around (53, 52).
const safe = (shape) => (x, y) => 0.8 * shape(53 + (x - 50) / 0.8, 52 + (y - 50) / 0.8);

const vertebrae = [24, 50, 76].map((y) => box(36, y, 30, 18, 5));
const nerve = line([...arc, [76, 74]], 6);
const end = disk(76, 80, 9);

const white = [255, 255, 255];
const layers = {
    color: [[() => -1, [11, 79, 108]], [safe(nerve), [255, 209, 102]], [safe(end), [255, 209, 102]], ...vertebrae.map((shape) => [safe(shape), white])],
    color32x32: [[nerve, [214, 150, 0]], [end, [214, 150, 0]], ...vertebrae.map((shape) => [shape, [11, 79, 108]])],
    outline: [[nerve, white], [end, white], ...vertebrae.map((shape) => [shape, white])],
};

const draw = (shapes, size) => {
    const scale = 100 / size;
    const rows = [];
    for (let py = 0; py < size; py++) {
        rows.push(0);
        for (let px = 0; px < size; px++) {
            let [r, g, b, alpha] = [255, 255, 255, 0];
            for (const [distance, color] of shapes) {
                const cover = Math.max(0, Math.min(1, 0.5 - distance((px + 0.5) * scale, (py + 0.5) * scale) / scale));
                if (cover > 0) {
                    [r, g, b] = alpha === 0 ? color : [r, g, b].map((channel, i) => channel + (color[i] - channel) * cover);
                    alpha = Math.max(alpha, cover);
                }
            }
            rows.push(...[r, g, b, alpha * 255].map(Math.round));
        }
    }
    return Buffer.from(rows);
};

const crcTable = Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k++) {
        n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    }
    return n >>> 0;
});
const crc = (bytes) => (bytes.reduce((c, byte) => crcTable[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, check]);
};
const png = (size, pixels) => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(size, 0);
    header.writeUInt32BE(size, 4);
    header.set([8, 6, 0, 0, 0], 8);
    return Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        chunk('IHDR', header), chunk('IDAT', deflateSync(pixels, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
    ]);
};

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
writeFileSync(join(folder, 'color.png'), png(192, draw(layers.color, 192)));
writeFileSync(join(folder, 'color32x32.png'), png(32, draw(layers.color32x32, 32)));
writeFileSync(join(folder, 'outline.png'), png(32, draw(layers.outline, 32)));
