using BenchmarkDotNet.Running;
using GovDisclosure.Benchmarks;

switch (args)
{
    case ["recompute"]:
        await BulkRuns.RecomputeAsync();
        break;
    case ["materialise"]:
        await BulkRuns.MaterialiseAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(OfficeStartBenchmarks).Assembly).Run(args);
        break;
}
