using System.Text;
using BenchmarkDotNet.Attributes;
using GovDisclosure.Domain.Plans;
using GovDisclosure.TestCommon;

namespace GovDisclosure.Benchmarks;

/// <summary>Reading a plan: the plan of 2016, and a megabyte of it, in lines and in one.</summary>
[InProcess]
[WarmupCount(5)]
[IterationCount(15)]
[MemoryDiagnoser]
public class PlanParseBenchmarks
{
    private const int Megabyte = 1_000_000;

    private readonly string _plan = File.ReadAllText(Path.Combine(Repository.Root, "data", "plans", "beijing-2016.txt"));
    private readonly string _megabyte;
    private readonly string _oneLine;

    /// <summary>Repeats the plan until it has a megabyte of UTF-8.</summary>
    public PlanParseBenchmarks()
    {
        var times = (Megabyte / Encoding.UTF8.GetByteCount(_plan)) + 1;
        _megabyte = string.Concat(Enumerable.Repeat(_plan, times));
        _oneLine = _megabyte.ReplaceLineEndings("");
    }

    /// <summary>The plan of 2016, 66 tasks.</summary>
    [Benchmark]
    public int Plan() => WorkPlanParser.Parse(_plan).Tasks.Count;

    /// <summary>A megabyte in lines.</summary>
    [Benchmark]
    public int OneMegabyte() => WorkPlanParser.Parse(_megabyte).Tasks.Count;

    /// <summary>The same in one line.</summary>
    [Benchmark]
    public int OneLine() => WorkPlanParser.Parse(_oneLine).Tasks.Count;
}
