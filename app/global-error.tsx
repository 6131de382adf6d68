"use client";

import "./globals.css";
import en from "@/messages/en/common.json";
import ru from "@/messages/ru/common.json";
import { Button } from "./_ui/button";
import { StatusPage } from "./_ui/status-page";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** When even the layout has failed: no provider can be relied on, so the language is read from the address. */
export default function GlobalError({ reset }: Props) {
	const russian = typeof window !== "undefined" && /^\/ru(\/|$)/.test(window.location.pathname);
	const { pages, actions } = russian ? ru : en;
	return (
		<html lang={russian ? "ru" : "en"}>
			<body>
				<StatusPage
					title={pages.errorTitle}
					help={pages.errorHelpPlain}
					actions={<Button onClick={reset}>{actions.tryAgain}</Button>}
				/>
			</body>
		</html>
	);
}
