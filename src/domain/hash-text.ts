/**
 * A short fingerprint of a text, the same in every program that runs this. It finds equal contents; it is
 * no protection against somebody who wants two contents to look alike.
 */

/** Four running 32-bit lanes, each with its own odd multiplier and turn. */
const lanes = [
  { seed: 0x9e3779b9, multiplier: 0x85ebca6b, turn: 13 },
  { seed: 0x7f4a7c15, multiplier: 0xc2b2ae35, turn: 17 },
  { seed: 0xf39cc060, multiplier: 0x27d4eb2f, turn: 15 },
  { seed: 0x5cedc834, multiplier: 0x165667b1, turn: 11 },
] as const;

/** 128 bits as 32 hexadecimal digits. */
export function hash128(text: string): string {
  const parts = lanes.map(({ seed, multiplier, turn }) => {
    let lane = seed ^ text.length;
    for (let at = 0; at < text.length; at += 1) {
      lane = Math.imul(lane ^ text.charCodeAt(at), multiplier);
      lane = (lane << turn) | (lane >>> (32 - turn));
    }
    return scatter(lane);
  });
  return parts.map((part) => part.toString(16).padStart(8, "0")).join("");
}

/** Spreads every bit over all 32, so that texts differing in their last letter share no digits by rule. */
function scatter(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
