import { cn } from "./cn";

type PhotoProps = {
	src: string;
	/** What is to be seen. Empty where a name stands beside it. */
	alt: string;
	/** `cover` fills its place and may cut, `contain` shows all. */
	fit?: "cover" | "contain";
	className?: string;
};

/** A photo of a person or a job, in the size its class gives. The server has made it small and stripped it already. */
export function Photo({ src, alt, fit = "cover", className }: PhotoProps) {
	const look = cn("block bg-center bg-no-repeat", fit === "cover" ? "bg-cover" : "bg-contain", className);
	const style = { backgroundImage: `url(${JSON.stringify(src)})` };
	return alt ? (
		<span role="img" aria-label={alt} className={look} style={style} />
	) : (
		<span aria-hidden className={look} style={style} />
	);
}
