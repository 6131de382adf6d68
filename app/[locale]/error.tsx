"use client";

import { useParams } from "next/navigation";
import { FailurePage } from "../_ui/failure-page";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
	const { locale } = useParams();
	return <FailurePage locale={locale === "ru" ? "ru" : "en"} number={error.digest} retry={reset} />;
}
