extension ResultsPage {
  /// How the page looks: by day and by night, on a screen and on paper. What became of a lesson has a
  /// colour and a shape, for those who do not see the colour.
  static let style = """
    :root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0;
      --ground: #ffffff; --band: #f6f8fa; --good: #1a7f37; --bad: #c4232d; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d;
      --ground: #0d1117; --band: #151b23; --good: #238636; --bad: #f85149; } }
    body { font: 15px/1.45 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif;
      margin: 2rem auto; max-width: 76rem; padding: 0 1.25rem; color: var(--ink);
      background: var(--ground); }
    h1 { font-size: 1.7rem; margin: 0 0 1rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
    .counts { display: flex; flex-wrap: wrap; gap: .75rem; }
    .counts div { border: 1px solid var(--line); border-radius: 8px; background: var(--band);
      padding: .5rem 1rem; min-width: 6.5rem; color: var(--soft); }
    .counts b { display: block; font-size: 1.5rem; line-height: 1.3; color: var(--ink); }
    .note, .legend { color: var(--soft); } .legend .cell:not(:first-child) { margin-left: 1.2rem; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; }
    th { font-weight: 600; text-align: left; }
    .cell { display: inline-block; box-sizing: border-box; width: 2rem; padding: .1rem 0;
      border: 2px solid transparent; border-radius: 5px; text-align: center; font-size: .8rem;
      font-variant-numeric: tabular-nums; }
    .cell.passed { background: var(--good); color: #ffffff; font-weight: 600; }
    .cell.failed { border-color: var(--bad); color: var(--bad); }
    .cell.open { border: 2px dashed var(--line); color: var(--soft); }
    .progress thead th { vertical-align: bottom; padding: 0 0 .4rem; font-weight: 400;
      color: var(--soft); }
    .progress thead div { writing-mode: vertical-rl; transform: rotate(180deg); margin: 0 auto;
      max-height: 15rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .progress tbody tr { border-top: 1px solid var(--line); }
    .progress td { padding: .2rem .1rem; text-align: center; min-width: 2rem; }
    .progress tbody th { position: sticky; left: 0; background: var(--ground);
      padding-right: 1rem; }
    .progress tbody th div { max-width: 10rem; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; }
    .progress .sum { color: var(--soft); font-variant-numeric: tabular-nums; }
    .attempts { width: 100%; }
    .attempts th, .attempts td { padding: .35rem .9rem .35rem 0; vertical-align: top;
      border-bottom: 1px solid var(--line); }
    .attempts th { color: var(--soft); white-space: nowrap; }
    .attempts .name { max-width: 14rem; overflow-wrap: anywhere; }
    .attempts .time, .attempts .verdict { white-space: nowrap; }
    .attempts .number { text-align: right; font-variant-numeric: tabular-nums; }
    .verdict.passed { color: var(--good); font-weight: 600; } .verdict.failed { color: var(--bad); }
    .verdict.open { color: var(--soft); }
    @media print { body { margin: 0; max-width: none; } .wide { overflow: visible; }
      .cell { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """
}
