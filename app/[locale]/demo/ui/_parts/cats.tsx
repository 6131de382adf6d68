import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CatFace } from "@/app/_ui/cat/cat-face";
import { catBreeds, catCoats, catPatterns } from "@/app/_ui/cat/cat-traits";

const names = [
	"Murzik",
	"Busya",
	"Barsik",
	"Kuzya",
	"Simba",
	"Luna",
	"Pushok",
	"Ryzhik",
	"Marquis",
	"Dymka",
	"Tom",
	"Vasya",
];

export function Cats() {
	const t = useTranslations("gallery.cats");
	return (
		<div className="space-y-6">
			<CatRow label={t("breed")}>
				{catBreeds.map((breed) => (
					<CatFace key={breed} className={size} seed="same" breed={breed} coat="grey" pattern="tabby" />
				))}
			</CatRow>
			<CatRow label={t("coat")}>
				{catCoats.map((coat) => (
					<CatFace key={coat} className={size} seed={coat} breed="mixed" coat={coat} pattern="solid" />
				))}
			</CatRow>
			<CatRow label={t("pattern")}>
				{catPatterns.map((pattern) => (
					<CatFace
						key={pattern}
						className={size}
						seed={pattern}
						breed="mixed"
						coat={pattern === "pointed" ? "cream" : "black"}
						pattern={pattern}
					/>
				))}
			</CatRow>
			<CatRow label={t("names")}>
				{names.map((name) => (
					<CatFace key={name} className={size} seed={name} />
				))}
			</CatRow>
		</div>
	);
}

const size = "size-16 sm:size-20";

function CatRow({ label, children }: { label: string; children: ReactNode }) {
	return (
		<div>
			<h3 className="mb-2 text-muted text-sm">{label}</h3>
			<div className="flex flex-wrap gap-3">{children}</div>
		</div>
	);
}
