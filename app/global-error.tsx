"use client";

import "./globals.css";
import { FailurePage } from "./_ui/failure-page";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** When even the layout has failed: the language is read from the address. */
export default function GlobalError({ error, reset }: Props) {
	const locale = typeof window !== "undefined" && /^\/ru(\/|$)/.test(window.location.pathname) ? "ru" : "en";
	return (
		<html lang={locale}>
			<body>
				<FailurePage locale={locale} number={error.digest} retry={reset} />
			</body>
		</html>
	);
}
