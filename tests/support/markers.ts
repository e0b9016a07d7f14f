/** What a text looks like where it was written in another way: in UTF-16, in an address, and in base64 from any byte on. */
function variantsOf(text: string): readonly Buffer[] {
	const plain = Buffer.from(text);
	return [
		plain,
		Buffer.from(encodeURIComponent(text)),
		Buffer.from(text, 'utf16le'),
		...[plain, Buffer.from(text, 'utf16le')].flatMap(inBase64)
	];
}

/** Base64 has three looks, by where in its groups of three bytes a text begins; what its neighbours blur is left off. */
function inBase64(bytes: Buffer): readonly Buffer[] {
	return [0, 1, 2].map((before) => {
		const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		const first = Math.ceil((before * 8) / 6);
		const last = Math.floor(((before + bytes.length) * 8) / 6);
		return Buffer.from(whole.slice(first, last));
	});
}

/** The markers that stand in bytes, in any of their looks. */
export function markersIn(bytes: Buffer, markers: readonly string[]): readonly string[] {
	return markers.filter((marker) => variantsOf(marker).some((look) => bytes.includes(look)));
}

/** A date as a return and a program may write it: 2011-11-17, 17/11/2011, 20111117 and 17-11-2011. */
export function datesOf(iso: string): readonly string[] {
	const [year = '', month = '', day = ''] = iso.split('-');
	return [iso, `${day}/${month}/${year}`, `${year}${month}${day}`, `${day}-${month}-${year}`];
}
