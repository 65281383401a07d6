using CsCheck;
using GovDisclosure.Domain.Supervision;

namespace GovDisclosure.Domain.Tests.Supervision;

public sealed class NoticeNumbersTests
{
    [Fact]
    public void Write_Number_AsAnOfficialDocumentHasIt() => Assert.Equal("催办〔2016〕12号", NoticeNumbers.Write(2016, 12));

    [Fact]
    public void TryRead_WhatWriteWrote_GivesItBack() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, int.MaxValue]).Sample((year, number) =>
            NoticeNumbers.TryRead(NoticeNumbers.Write(year, number), out var readYear, out var readNumber) && (readYear, readNumber) == (year, number));

    [Fact]
    public void TryRead_AnyText_NeverThrows() => Gen.String.Sample(text =>
    {
        NoticeNumbers.TryRead(text, out _, out _);
        NoticeNumbers.TryRead("催办〔" + text + "号", out _, out _);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("号")]
    [InlineData("催办〔2016〕号")]
    [InlineData("催办〔2016〕0号")]
    [InlineData("催办〔2016〕-1号")]
    [InlineData("督办〔2016〕1号")]
    public void TryRead_SomethingElse_IsNone(string? text) => Assert.False(NoticeNumbers.TryRead(text, out _, out _));

    [Fact]
    public void After_BatchAfterBatch_LeavesNoGapAndGivesNoneTwice() => Gen.Int[0, 40].List[1, 8].Sample(sizes =>
    {
        var given = new List<int>();
        foreach (var size in sizes)
        {
            given.AddRange(NoticeNumbers.After(given.LastOrDefault(), size));
        }

        return given.SequenceEqual(Enumerable.Range(1, sizes.Sum()));
    });
}
