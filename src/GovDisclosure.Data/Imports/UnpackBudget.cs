using System.IO.Compression;
using System.Xml;

namespace GovDisclosure.Data.Imports;

/// <summary>How much an archive may still unpack to. What a file claims about its own size is not believed: bytes are counted while they are read.</summary>
/// <param name="left">How many bytes.</param>
/// <param name="tooMuch">What is thrown when they are used up.</param>
internal sealed class UnpackBudget(long left, Func<Exception> tooMuch)
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private long _left = left;

    /// <summary>Reads a part as XML: no document type, nothing from outside, and no more than is left.</summary>
    public XmlReader OpenXml(ZipArchiveEntry entry) => XmlReader.Create(new CountedStream(entry.Open(), this), Settings);

    private void Spend(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw tooMuch();
        }
    }

    private sealed class CountedStream(Stream inner, UnpackBudget budget) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            budget.Spend(read);
            return read;
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
