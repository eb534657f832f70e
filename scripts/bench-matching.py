"""Runs the peers and the engine on the same instances. Started by scripts/bench-matching."""

import json
import multiprocessing
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

import lap
import numpy as np
import scipy
from munkres import Munkres
from ortools.graph.python import linear_sum_assignment as ortools_assignment
from ortools.graph.python import min_cost_flow
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

DATA, BENCH, DOCS = Path(os.environ["DATA"]), os.environ["BENCH"], Path(os.environ["DOCS"])
RUNS, LIMIT = int(os.environ.get("RUNS", 5)), float(os.environ.get("LIMIT", 120))
ABSENT = np.iinfo(np.int32).min
BEGIN, END = "<!-- bench-matching: begin -->", "<!-- bench-matching: end -->"


def dense(name, mentees, mentors, capacity, seed):
    """A table of random scores below a million."""
    path = DATA / f"{name}.bin"
    if not path.exists():
        scores = np.random.default_rng(seed).integers(0, 1_000_000, size=(mentees, mentors), dtype=np.int32)
        with open(path, "wb") as file:
            np.array([0, mentees, mentors], dtype=np.uint32).tofile(file)
            np.full(mentors, capacity, dtype=np.uint32).tofile(file)
            scores.tofile(file)
    return path


def sparse(name, mentees, mentors, each, seed):
    """So many candidates for each mentee, capacities 1 to 5."""
    path = DATA / f"{name}.bin"
    if not path.exists():
        chance = np.random.default_rng(seed)
        columns = np.stack([np.sort(chance.choice(mentors, each, replace=False)) for _ in range(mentees)])
        with open(path, "wb") as file:
            np.array([1, mentees, mentors], dtype=np.uint32).tofile(file)
            chance.integers(1, 6, size=mentors, dtype=np.uint32).tofile(file)
            np.arange(0, mentees * each + 1, each, dtype=np.uint64).tofile(file)
            columns.astype(np.uint32).tofile(file)
            chance.integers(0, 1_000_000, size=mentees * each, dtype=np.int32).tofile(file)
    return path


def people(name, size):
    path = DATA / f"{name}.bin"
    if not path.exists():
        subprocess.run([BENCH, f"people:{size}", f"write:{path}", "1", "2"], check=True)
    return path


def read(path):
    raw = np.fromfile(path, dtype=np.uint32)
    kind, mentees, mentors = (int(number) for number in raw[:3])
    capacities, rest = raw[3 : 3 + mentors].astype(np.int64), raw[3 + mentors :]
    if kind == 0:
        return {"scores": rest.view(np.int32).reshape(mentees, mentors), "capacities": capacities}
    offsets = rest[: 2 * (mentees + 1)].copy().view(np.uint64).astype(np.int64)
    count, rest = int(offsets[-1]), rest[2 * (mentees + 1) :]
    rows = np.repeat(np.arange(mentees), np.diff(offsets))
    return {"rows": rows, "columns": rest[:count].astype(np.int64), "values": rest[count:].view(np.int32).astype(np.int64), "capacities": capacities, "shape": (mentees, mentors)}


def arcs(instance):
    if "scores" not in instance:
        return instance["rows"], instance["columns"], instance["values"]
    scores = instance["scores"]
    rows, columns = np.nonzero(scores != ABSENT)
    return rows, columns, scores[rows, columns].astype(np.int64)


def shape(instance):
    return instance.get("shape") or instance["scores"].shape


def costs(instance, kind):
    """Replicated columns, to be minimised; a pair that may not be made costs more than any number of good ones is worth."""
    scores = instance["scores"]
    table = np.where(scores == ABSENT, kind(10_000_000 if scores.max() > 1000 else 10_000), -scores.astype(kind))
    return np.ascontiguousarray(np.repeat(table, instance["capacities"], axis=1))


def of_scipy(instance):
    table = costs(instance, np.float64)

    def run():
        rows, columns = linear_sum_assignment(table)
        return -int(table[rows, columns].sum())

    return run


def of_lapx(function, kind):
    def prepare(instance):
        table = costs(instance, kind)
        # Their costs start at 0 in every example: some of the variants are slower with negative ones.
        shift = table.min()
        table -= shift

        def run():
            _, rows, columns = function(table, extend_cost=True) if function is not lap.lapjvc else function(table)
            return -int((table[rows, columns].astype(np.float64) + float(shift)).sum())

        def run_map():
            _, columns, _ = function(table, extend_cost=True)
            rows = np.flatnonzero(columns >= 0)
            return -int((table[rows, columns[rows]].astype(np.float64) + float(shift)).sum())

        return run_map if function is lap.lapjv else run

    return prepare


def of_ortools_assignment(instance):
    rows, columns, values = arcs(instance)

    def run():
        solver = ortools_assignment.SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(rows.astype(np.int32), columns.astype(np.int32), -values)
        assert solver.solve() == solver.OPTIMAL
        return -solver.optimal_cost()

    return run


def of_ortools_flow(instance):
    """As many as possible, then the least cost."""
    rows, columns, values = arcs(instance)
    (mentees, mentors), capacities = shape(instance), instance["capacities"]
    source, sink = mentees + mentors, mentees + mentors + 1
    tails = np.concatenate([np.full(mentees, source), rows, mentees + np.arange(mentors)]).astype(np.int32)
    heads = np.concatenate([np.arange(mentees), mentees + columns, np.full(mentors, sink)]).astype(np.int32)
    room = np.concatenate([np.ones(mentees + len(rows), dtype=np.int64), capacities])
    cost = np.concatenate([np.zeros(mentees, dtype=np.int64), -values, np.zeros(mentors, dtype=np.int64)])

    def run():
        solver = min_cost_flow.SimpleMinCostFlow()
        solver.add_arcs_with_capacity_and_unit_cost(tails, heads, room, cost)
        solver.set_node_supply(source, mentees)
        solver.set_node_supply(sink, -mentees)
        assert solver.solve_max_flow_with_min_cost() == solver.OPTIMAL
        return -solver.optimal_cost()

    return run


def of_scipy_sparse(instance):
    """All places are filled, so they are the side that must be matched fully."""
    rows, columns, values = arcs(instance)
    (mentees, _), capacities = shape(instance), instance["capacities"]
    first = np.concatenate([[0], np.cumsum(capacities)])
    times = capacities[columns]
    places = np.repeat(first[columns], times) + np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    # No explicit zeros: scipy takes them for absent.
    graph = csr_matrix((np.repeat(1_000_001 - values, times), (places, np.repeat(rows, times))), shape=(int(capacities.sum()), mentees))

    def run():
        matched, _ = min_weight_full_bipartite_matching(graph)
        return int(1_000_001 * len(matched) - graph[matched, _].sum())

    return run


def of_munkres(instance):
    table = (-instance["scores"].astype(int)).tolist()

    def run():
        return -sum(table[row][column] for row, column in Munkres().compute([list(row) for row in table]))

    return run


LAPX = [(f"lapx {name}", of_lapx(getattr(lap, name), kind)) for name, kind in [("lapjv", np.float64), ("lapjvx", np.float64), ("lapjvs", np.float32), ("lapjvc", np.float32)]]
SCIPY, FLOW = ("scipy", of_scipy), ("OR-tools flow", of_ortools_flow)
INSTANCES = [
    ("munkres-300", "dense 300 × 300", lambda: dense("munkres-300", 300, 300, 1, 6), [("Munkres (Python)", of_munkres), SCIPY, *LAPX]),
    ("dense-1000", "dense 1,000 × 1,000", lambda: dense("dense-1000", 1000, 1000, 1, 1), [SCIPY, *LAPX, ("OR-tools assignment", of_ortools_assignment)]),
    ("dense-2500x5000", "dense 2,500 × 5,000", lambda: dense("dense-2500x5000", 2500, 5000, 1, 2), [SCIPY, *LAPX]),
    ("dense-5000", "dense 5,000 × 5,000", lambda: dense("dense-5000", 5000, 5000, 1, 3), [SCIPY, *LAPX, ("OR-tools assignment", of_ortools_assignment)]),
    ("capacity-5000x2500x2", "5,000 × 2,500, capacity 2", lambda: dense("capacity-5000x2500x2", 5000, 2500, 2, 4), [SCIPY, *LAPX, FLOW]),
    ("sparse-100000x30000", "sparse 100,000 × 30,000, 50 each, capacities 1–5", lambda: sparse("sparse-100000x30000", 100_000, 30_000, 50, 5), [FLOW, ("scipy sparse", of_scipy_sparse)]),
    ("people-10000x5000", "people 10,000 × 5,000, capacities 1–4", lambda: people("people-10000x5000", "10000x5000"), [SCIPY, *LAPX[1:3], FLOW]),
]


def worker(prepare, path, out):
    run = prepare(read(path))
    times, total = [], None
    out.put("ready")
    for _ in range(RUNS):
        start = time.perf_counter()
        total = run()
        times.append(time.perf_counter() - start)
        # What takes long is run once.
        if times[0] > 20:
            break
    out.put((statistics.median(times), total))


def peer(prepare, path):
    """Seconds and total; what is wrong instead, if anything."""
    out = multiprocessing.Queue()
    process = multiprocessing.Process(target=worker, args=(prepare, path, out), daemon=True)
    process.start()
    try:
        waited = 0.0
        limit = LIMIT
        while True:
            try:
                answer = out.get(timeout=0.5)
                if answer == "ready":
                    waited, limit = 0.0, LIMIT * 2
                    continue
                return answer
            except Exception:
                waited += 0.5
                if not process.is_alive():
                    return ("stopped (memory?)", None)
                if waited > limit:
                    return (f"over {LIMIT:.0f} s", None)
    finally:
        process.kill()
        process.join()


def ours(source, objective, runs=RUNS):
    done = subprocess.run([BENCH, str(source), objective, str(runs), "2"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def seconds(value):
    return f"{value:.4f}" if value < 0.1 else f"{value:.3f}" if value < 10 else f"{value:.1f}"


def main():
    DATA.mkdir(parents=True, exist_ok=True)
    table = ["| instance | ours | fastest peer | ratio | all peers | proof checked in | peak memory / input |", "|---|---|---|---|---|---|---|"]
    proven = ["| instance | coverage | total | fair | stable |", "|---|---|---|---|---|"]
    bad = []
    for name, title, make, peers in INSTANCES:
        path = make()
        print(title, file=sys.stderr)
        source = "people:10000x5000" if name.startswith("people") else path
        answers = {objective: ours(source, objective, RUNS if objective == "coverage" else 1) for objective in ("coverage", "total", "fair", "stable")}
        mine = answers["coverage"]
        took, texts = {}, []
        for label, prepare in peers:
            time_taken, total = peer(prepare, path)
            print(f"  {label}: {time_taken}", file=sys.stderr)
            if total is None:
                texts.append(f"{label} {time_taken}")
                continue
            if total != mine["total"]:
                bad.append(f"{title}: {label} found {total}, we {mine['total']}")
            took[label] = time_taken
            texts.append(f"{label} {seconds(time_taken)}")
        fastest = min(took, key=took.get) if took else None
        scored = f" (+ {seconds(mine['score'])} scoring)" if mine["score"] else ""
        ratio = f"**{took[fastest] / mine['solve']:.1f}×**" if fastest else "–"
        best = f"{fastest} {seconds(took[fastest])}" if fastest else "none ended"
        memory = f"{mine['peak'] / 1e6:.0f} MB / {mine['input'] / 1e6:.0f} MB = {mine['peak'] / mine['input']:.2f}"
        table.append(f"| {title} | {seconds(mine['solve'])}{scored} | {best} | {ratio} | {', '.join(texts)} | {seconds(mine['verify'])} | {memory} |")
        proven.append(f"| {title} | " + " | ".join(f"{seconds(answers[o]['solve'])}" for o in ("coverage", "total", "fair", "stable")) + " |")
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    versions = f"scipy {scipy.__version__}, lapx {lap.__version__}, OR-tools 9.15, numpy {np.__version__}, Python {platform.python_version()}"
    text = "\n".join([
        f"Seconds, medians of {RUNS} runs (one where a run takes over 20 s), {os.cpu_count()} cores of {cpu}, {versions}. Data in memory, solving alone; peers get replicated columns where they know no capacities.",
        "", *table, "", "Each objective, solved and proven by `verify` (for stable: no blocking pair):", "", *proven,
    ])
    if DOCS.exists() and BEGIN in (old := DOCS.read_text()):
        DOCS.write_text(old[: old.index(BEGIN) + len(BEGIN)] + "\n" + text + "\n" + old[old.index(END) :])
    print(text)
    if bad:
        sys.exit("totals differ:\n" + "\n".join(bad))


if __name__ == "__main__":
    main()
