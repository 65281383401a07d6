using BenchmarkDotNet.Running;
using GovDisclosure.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(OfficeStartBenchmarks).Assembly).Run(args);
