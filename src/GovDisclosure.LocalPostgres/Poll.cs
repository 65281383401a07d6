namespace GovDisclosure.LocalPostgres;

/// <summary>Waits for what other processes do; there is no event to wait for.</summary>
internal static class Poll
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks until the answer is yes; false when the limit has passed.</summary>
    public static async Task<bool> UntilAsync(Func<Task<bool>> done, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        var began = time.GetTimestamp();
        while (!await done())
        {
            if (time.GetElapsedTime(began) > limit)
            {
                return false;
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        return true;
    }
}
