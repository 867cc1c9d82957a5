/// What can go wrong with parameters and logs handed to the memory model.
public enum FSRSError: Error, Sendable, Hashable {
  /// FSRS has 21 parameters; 19 and 17, those of older versions, are upgraded. Any other count.
  case parameterCount(Int)
  /// The parameter at this index, from 0, is not a finite number (or cannot be upgraded to one).
  case parameterNotFinite(index: Int)
  /// The header line of a log in CSV does not name this column (or there is no header line).
  case logWithoutColumn(ReviewLog.Column)
  /// A line of a log in CSV, counted from 1, that cannot be read.
  case logLine(Int, LogLineProblem)
  /// The one who was told of the progress asked to stop.
  case cancelled
}

/// What is wrong with a line of a log in CSV.
public enum LogLineProblem: Sendable, Hashable {
  case tooFewFields
  case notANumber(ReviewLog.Column)
  /// Ratings are 1…4.
  case ratingOutOfRange
}
