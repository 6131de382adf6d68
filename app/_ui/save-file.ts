/** Gives the person a text as a file, as if it had been downloaded. */
export function saveFile(text: string, name: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
	const link = Object.assign(document.createElement("a"), { href: address, download: name });
	link.click();
	URL.revokeObjectURL(address);
}
