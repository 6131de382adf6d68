const surfaces = [
	"bg-canvas",
	"bg-surface",
	"bg-raised",
	"bg-sunken",
	"bg-hover",
	"bg-glow",
	"bg-inverse",
	"bg-accent",
];
const tones = ["bg-good-tint text-good", "bg-warn-tint text-warn", "bg-bad-tint text-bad", "bg-info-tint text-info"];
const charts = ["bg-chart-1", "bg-chart-2", "bg-chart-3", "bg-chart-4", "bg-chart-5", "bg-chart-6"];

export function Colour() {
	return (
		<div className="space-y-4">
			<ul className="grid grid-cols-4 gap-3 sm:grid-cols-8">
				{surfaces.map((name) => (
					<li key={name}>
						<span className={`block h-14 rounded-md border border-line ${name}`} />
						<span className="text-muted text-xs">{name.slice(3)}</span>
					</li>
				))}
			</ul>
			<ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
				{tones.map((name) => (
					<li key={name} className={`rounded-md px-4 py-3 font-medium text-sm ${name}`}>
						{name.split(" text-")[1]}
					</li>
				))}
			</ul>
			<ul className="grid grid-cols-6 gap-3">
				{charts.map((name) => (
					<li key={name} className={`h-8 rounded-md ${name}`} />
				))}
			</ul>
		</div>
	);
}
