using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>
/// Runs a reader on a thread of its own. The libraries cannot be stopped from outside, so one that does not end when told is left behind:
/// whoever waits gets an answer, and what is left behind keeps its place until it ends, so that there are never more than a few.
/// </summary>
internal static class ReadingThread
{
    // Markup is nested as deep as the limits allow, and the libraries recurse; the stack is only taken from memory where it is used.
    private const int StackBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan LongestQueue = TimeSpan.FromSeconds(30);

    private static readonly SemaphoreSlim Places = new(Math.Clamp(Environment.ProcessorCount, 2, 4));

    public static async Task<DocumentReading> RunAsync(Func<CancellationToken, DocumentReading> read, DocumentLimits limits, CancellationToken cancellation)
    {
        if (!await Places.WaitAsync(LongestQueue, cancellation))
        {
            return new DocumentReading(new DocumentRefusal(DocumentRefusalCode.Busy));
        }

        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(limits.MostTime);
        var done = new TaskCompletionSource<DocumentReading>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                try
                {
                    done.SetResult(read(stop.Token));
                }
#pragma warning disable CA1031 // Nothing may leave a thread: the program would end.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    done.SetException(exception);
                }
                finally
                {
                    Places.Release();
                    stop.Dispose();
                }
            },
            StackBytes)
        { IsBackground = true, Name = "Reading a document" };
        thread.Start();
        try
        {
            return await done.Task.WaitAsync(limits.MostTime + limits.Patience, cancellation);
        }
        catch (TimeoutException)
        {
            return new DocumentReading(new DocumentRefusal(DocumentRefusalCode.TooSlow));
        }
    }
}
