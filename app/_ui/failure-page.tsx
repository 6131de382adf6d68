import en from "@/messages/en/failure.json";
import ru from "@/messages/ru/failure.json";
import type { Locale } from "../_i18n/routing";
import { StatusPage } from "./status-page";

const words: Record<Locale, typeof en> = { en, ru };

type FailurePageProps = {
	locale: Locale;
	/** By which the log knows this failure. */
	number?: string;
	retry: () => void;
};

/** When a page has failed. It relies on no provider, for that may be what has failed, and every page carries it: it is small. */
export function FailurePage({ locale, number, retry }: FailurePageProps) {
	const { title, help, number: label, tryAgain } = words[locale];
	return (
		<StatusPage
			title={title}
			help={
				<>
					<p>{help}</p>
					{number && (
						<p className="figures mt-2 text-sm">
							{label}: {number}
						</p>
					)}
				</>
			}
			actions={
				<button
					type="button"
					onClick={retry}
					className="h-control rounded-md border border-edge bg-surface px-4 font-medium transition-colors hover:bg-hover"
				>
					{tryAgain}
				</button>
			}
		/>
	);
}
