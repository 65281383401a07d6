using BenchmarkDotNet.Running;
using GovDisclosure.Benchmarks;

switch (args)
{
    // Of 150 working days on which periods of 20 begin, the last 15 lie before the notice's days; or all of them do.
    case ["recompute"]:
        await BulkRuns.RecomputeAsync(150, 15);
        break;
    case ["recompute", "all"]:
        await BulkRuns.RecomputeAsync(15);
        break;
    case ["materialise"]:
        await BulkRuns.MaterialiseAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(OfficeStartBenchmarks).Assembly).Run(args);
        break;
}
