import { useId } from "react";
import { cn } from "@/app/_ui/cn";

type LevelDotsProps = {
	label: string;
	level: number;
	levelName: (level: number) => string;
	onChange: (level: number) => void;
};

const levels = [1, 2, 3, 4, 5];

/** A level from 1 to 5 as five dots: radios, so that arrows change it. */
export function LevelDots({ label, level, levelName, onChange }: LevelDotsProps) {
	const name = useId();
	return (
		<fieldset
			aria-label={label}
			className="inline-flex rounded-full has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1"
		>
			{levels.map((each) => (
				<label
					key={each}
					title={levelName(each)}
					className="relative inline-flex size-6 cursor-pointer items-center justify-center"
				>
					<input
						type="radio"
						name={name}
						value={each}
						checked={each === level}
						aria-label={levelName(each)}
						className="absolute inset-0 size-full cursor-pointer opacity-0"
						onChange={() => onChange(each)}
					/>
					<span
						aria-hidden
						className={cn(
							"size-2.5 rounded-full border border-inverse transition-colors",
							each <= level ? "bg-inverse" : "bg-transparent",
						)}
					/>
				</label>
			))}
		</fieldset>
	);
}
