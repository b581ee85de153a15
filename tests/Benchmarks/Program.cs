using Benchmarks;

// compare <what> [--csv FILE] …: our side and another program's, measured in one run.
var comparisons = new Dictionary<string, Func<string[], int>>
{
    ["kernel"] = KernelComparison.Run,
    ["solvers"] = SolverComparison.Run,
    ["growth"] = Growth.Run,
};

if (args is ["compare", var what, .. var options] && comparisons.TryGetValue(what, out var run))
    return run(options);

Console.Error.WriteLine($"usage: compare <{string.Join('|', comparisons.Keys)}> [--csv FILE] [--only CASE]");
return 2;
