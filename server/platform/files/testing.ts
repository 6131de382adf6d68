import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Call = { method: string; path: string; signed: boolean };

/** A store that speaks as much of S3's protocol as we use, and notes whether each call was signed for its bucket. */
export async function startS3Double() {
	const objects = new Map<string, { bytes: Buffer; mime: string }>();
	const calls: Call[] = [];
	let full = false;
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? "/", "http://s3");
		const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/here\/s3\/aws4_request/.test(
			request.headers.authorization ?? "",
		);
		calls.push({ method: request.method ?? "", path: pathname, signed });
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const answer = (status: number, code: string) => {
			response.writeHead(status, { "content-type": "application/xml" });
			response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
		};
		if (!signed) return answer(403, "AccessDenied");
		if (request.method === "PUT") {
			if (full) return answer(507, "InsufficientStorage");
			const body = Buffer.concat(chunks);
			objects.set(pathname, { bytes: unchunked(body, request.headers), mime: request.headers["content-type"] ?? "" });
			return response.writeHead(200).end();
		}
		if (request.method === "DELETE") {
			objects.delete(pathname);
			return response.writeHead(204).end();
		}
		const found = objects.get(pathname);
		if (!found) return answer(404, "NoSuchKey");
		response.writeHead(200, { "content-type": found.mime, "content-length": found.bytes.byteLength });
		return response.end(found.bytes);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		endpoint: `http://127.0.0.1:${port}`,
		objects,
		calls,
		fill: () => {
			full = true;
		},
		stop: () => new Promise((resolve) => server.close(resolve)),
	};
}

/** The SDK may send a body in signed chunks: `size;…\r\n` bytes `\r\n`, the last of size 0. */
function unchunked(body: Buffer, headers: NodeJS.Dict<string | string[]>): Buffer {
	if (!String(headers["content-encoding"] ?? "").includes("aws-chunked")) return body;
	const parts: Buffer[] = [];
	for (let at = 0; at < body.byteLength; ) {
		const lineEnd = body.indexOf("\r\n", at);
		const size = Number.parseInt(body.subarray(at, lineEnd).toString(), 16);
		if (!size) break;
		parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
		at = lineEnd + 2 + size + 2;
	}
	return Buffer.concat(parts);
}
